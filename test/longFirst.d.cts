interface TestFile {
	path: string;
	context: {
		config: { cacheDirectory: string; id: string; name: string };
		hasteFS: { getSize(path: string): number | undefined };
	};
}
declare class LongFirst {
	static readonly long: string[];
	sort(tests: TestFile[]): TestFile[];
}
export = LongFirst;
