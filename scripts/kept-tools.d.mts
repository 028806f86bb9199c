export function takeTools(folder: string): boolean;
export function keepTools(folder: string): void;
