export function temporaryHome(): string;
export function removed(home: string, patience?: number): Promise<string[]>;
