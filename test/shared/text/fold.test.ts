import { fold, foldValue } from '../../../nodes/shared/text/fold';
import { SPELLINGS } from '../../spelledNames/spellings';

it.each(SPELLINGS)('%s: %j is compared as %j', (_what, one, other) => {
	expect(fold(one)).toBe(fold(other));
});

it.each([
	['ada', 'adam'],
	['Ann Smith', 'AnnSmith'],
	['Müller', 'Muller'],
	['ılık', 'ilik'],
	["O'Neil", 'ONeil'],
	['a-b', 'a b'],
])('%j is not %j', (one, other) => {
	expect(fold(one)).not.toBe(fold(other));
});

it('changes nothing of what is folded already', () => {
	for (const [, one] of SPELLINGS) expect(fold(fold(one))).toBe(fold(one));
});

it.each([
	[' Ada@Example.com ', 'ada@example.com'],
	[7, '7'],
	['  ', undefined],
	[null, undefined],
	[undefined, undefined],
	[['Ada'], undefined],
])('folds the value %p as %p', (value, folded) => {
	expect(foldValue(value)).toBe(folded);
});

it('takes a fraction of the time where all is ASCII', () => {
	const msOf = (name: string): number => {
		const start = performance.now();
		for (let index = 0; index < 20_000; index++) fold(`${name} ${index}`);
		return performance.now() - start;
	};
	const least = (name: string) => Math.min(...[1, 2, 3, 4, 5].map(() => msOf(name)));
	expect(least("Nathan O'Neil-Smith") * 2).toBeLessThan(least('Zoë O’Neil-Smith'));
});
