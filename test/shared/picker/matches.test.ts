import { Matches, type PickerOption } from '../../../nodes/shared/picker/matches';
import { SPELLINGS } from '../../spelledNames/spellings';

const option = (name: string, value = name): PickerOption => ({ name, value });
const numbered = (count: number) => Array.from({ length: count }, (_, at) => option(`User ${at}`));

function answerOf(typed: string, options: PickerOption[], { skip = 0, ended = true } = {}) {
	const matches = new Matches({ typed, skip });
	matches.add(options);
	const enough = matches.isEnough(ended);
	return { ...matches.answer, enough, isEmpty: matches.isEmpty };
}

const valuesOf = (typed: string, ...options: PickerOption[]) =>
	answerOf(typed, options).results.map(({ value }) => value);

describe('what was typed', () => {
	const ada = option('Ada Lovelace (ada@example.com)', '7');
	const bob = option('Bob (+44 20 1234 567)', '12');

	it.each([
		['', ['7', '12']],
		['LOVE', ['7']],
		['ada@', ['7']],
		['12', ['12']],
		['7', ['7', '12']],
		['nobody', []],
	])('%j finds %j', (typed, values) => {
		expect(valuesOf(typed, ada, bob)).toEqual(values);
	});

	it.each(['+44201234567', '+44 (20) 1234-567', '0201234'])(
		'finds a phone number however it is written: %s',
		(typed) => {
			const phone = option('Sales (+44201234567)', 'PN1');
			const found = valuesOf(typed, phone, ada);
			expect(found).toEqual(typed.startsWith('+') ? ['PN1'] : []);
		},
	);

	it.each(SPELLINGS)('finds a name with %s: %j by %j', (_what, one, other) => {
		expect(valuesOf(other, option(`${one} (one)`, '1'))).toEqual(['1']);
	});

	it('of two digits is no phone number', () => {
		expect(valuesOf('(4) 4', option('+44 20'))).toEqual([]);
	});
});

it('an option that comes twice is shown once', () => {
	expect(valuesOf('', option('Ada', '7'), option('Ada again', '7'))).toEqual(['7']);
});

describe('more than fifty results', () => {
	it('come fifty at a time, and say where the next ones begin', () => {
		const first = answerOf('', numbered(70));
		expect(first.results).toHaveLength(50);
		expect(first).toMatchObject({ paginationToken: '50', enough: true });
		const second = answerOf('', numbered(70), { skip: 50 });
		expect(second.results.map(({ name }) => name).at(0)).toBe('User 50');
		expect(second.results).toHaveLength(20);
		expect(second.paginationToken).toBeUndefined();
	});

	it('are known of only when the list has ended, or one more was seen', () => {
		expect(answerOf('', numbered(50), { ended: true }).paginationToken).toBeUndefined();
		expect(answerOf('', numbered(50), { ended: false }).paginationToken).toBe('50');
		expect(answerOf('', numbered(51), { ended: true }).paginationToken).toBe('50');
		expect(answerOf('', numbered(49), { ended: false }).enough).toBe(false);
	});
});

it('is empty only where nothing fits, also among the results before', () => {
	expect(answerOf('x', numbered(5)).isEmpty).toBe(true);
	expect(answerOf('User', numbered(5), { skip: 50 })).toMatchObject({
		isEmpty: false,
		results: [],
	});
});
