interface TestFile {
	path: string;
	context: {
		config: { cache: boolean };
		hasteFS: { getSize(path: string): number | undefined };
	};
}
declare class LongFirst {
	static readonly long: string[];
	sort(tests: TestFile[]): TestFile[];
	/** How long it took last time, in ms, where that is known. */
	time(test: TestFile): number | undefined;
}
export = LongFirst;
