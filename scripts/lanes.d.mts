export interface Sums {
	passed: number;
	failed: number;
	signal?: string;
}
export function sideBySide(lanes: Record<string, string[]>, options?: object): Promise<Sums>;
export function exitCodeOf(sums: Sums): number;
