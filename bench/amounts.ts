export const amount = (value: number): string => value.toLocaleString('en');

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

/** @example percent(0.0612) // '6.1 %' */
export const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;
