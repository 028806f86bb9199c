export function cacheFolder(): string;
export const recipe: string[];
export function recipeDigest(folder: string): string;
export function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string>;
export function aloneInCache<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
