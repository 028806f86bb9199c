/** A count in a sentence: "1 user", "2 users". */
export const counted = (count: number, plural: string): string =>
	`${count} ${count === 1 ? plural.replace(/s$/, '') : plural}`;
