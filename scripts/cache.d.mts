export function cacheFolder(): string;
export function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string>;
export function aloneInCache<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
