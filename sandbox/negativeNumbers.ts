const NEGATIVE = /^-\d/;

/** `--users -1` as `--users=-1`: parseArgs would take `-1` for an option. */
export const withNegativeNumbers = (args: readonly string[]): string[] =>
	args.flatMap((arg, index) => {
		if (index > 0 && NEGATIVE.test(arg)) return [];
		const next = args[index + 1];
		return next !== undefined && NEGATIVE.test(next) ? [`${arg}=${next}`] : [arg];
	});
