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
		[['--users', 'many'], '--users wants a whole number from 0 to 100,000, not "many".'],
		[['--users=-1'], '--users wants a whole number from 0 to 100,000, not "-1".'],
		[['--users', '1.5'], '--users wants a whole number from 0 to 100,000, not "1.5".'],
		[['--users=100001'], '--users wants a whole number from 0 to 100,000, not "100001".'],
		[['--users='], '--users wants a whole number from 0 to 100,000, not "".'],
		[['--users'], "Option '--users <value>' argument missing. See npm start -- --help."],
		[['--user', '3'], "Unknown option '--user'. See npm start -- --help."],
		[['more'], "Unexpected argument 'more'. See npm start -- --help."],
		[['--credentials', 'c.json'], '--credentials belongs to --workflow FILE, which is missing.'],
		[
			['--workflow', 'w.json', '--users', '3'],
			'--users sizes the sandboxes; a workflow of your own does without them.',
		],
	])('%j get a sentence', (args, sentence) => {
		expect(() => readOptions(args)).toThrow(new BadInput(sentence));
	});
});
