export function digestOf(root: string, entries: string[]): string;
