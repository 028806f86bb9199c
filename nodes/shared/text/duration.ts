/** For a sentence: "90 s", "0.15 s". */
export const inSeconds = (ms: number): string => `${Number((ms / 1000).toFixed(3))} s`;
