import { BadInput, readOptions } from '../../scripts/start/options';

describe('the arguments of npm start', () => {
	it.each([
		[[], { kind: 'demo', users: 25 }],
		[['--users', '5000'], { kind: 'demo', users: 5000 }],
		[['--users=0'], { kind: 'demo', users: 0 }],
		[['--help'], { kind: 'help' }],
		[['--workflow', 'w.json'], { kind: 'own', workflow: 'w.json' }],
		[
			['--workflow', 'w.json', '--credentials', 'c.json'],
			{ kind: 'own', workflow: 'w.json', credentials: 'c.json' },
		],
	])('%j are understood', (args, options) => {
		expect(readOptions(args)).toEqual(options);
	});

	it.each([
		[['--users', 'many'], '--users takes a whole number from 0 to 100,000, not "many".'],
		[['--users=-1'], '--users takes a whole number from 0 to 100,000, not "-1".'],
		[['--users', '-1'], '--users takes a whole number from 0 to 100,000, not "-1".'],
		[['-1'], "Unknown option '-1'. See npm start -- --help."],
		[['--users', '1.5'], '--users takes a whole number from 0 to 100,000, not "1.5".'],
		[['--users=100001'], '--users takes a whole number from 0 to 100,000, not "100001".'],
		[['--users='], '--users takes a whole number from 0 to 100,000, not "".'],
		[['--users'], "Option '--users <value>' argument missing. See npm start -- --help."],
		[['--user', '3'], "Unknown option '--user'. See npm start -- --help."],
		[['more'], "Unexpected argument 'more'. See npm start -- --help."],
		[['--credentials', 'c.json'], '--credentials belongs to --workflow FILE, which is missing.'],
		[
			['--workflow', 'w.json', '--users', '3'],
			"--users sets the size of the sandboxes, which your own workflow doesn't use.",
		],
	])('%j get a sentence', (args, sentence) => {
		expect(() => readOptions(args)).toThrow(new BadInput(sentence));
	});
});
