/** For a sentence: "1 second", "0.5 seconds". */
export const seconds = (count: number): string => `${count} second${count === 1 ? '' : 's'}`;
