/** `YYYY-MM-DD HH:mm:ss`, UTC. */
export const asDateTime = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
