export function alone<Result>(file: string, work: () => Promise<Result>): Promise<Result>;
