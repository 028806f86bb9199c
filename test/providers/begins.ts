/** What is wrong; what can be done about it may follow. */
export const begins = (words: string): unknown =>
	expect.stringMatching(new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( |$)`));
