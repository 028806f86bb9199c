import { fold, foldValue } from '../../../nodes/shared/text/fold';

it('compares without case, beyond ASCII too', () => {
	expect(fold('ÄRGER')).toBe(fold('ärger'));
	expect(fold('ada')).not.toBe(fold('adam'));
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
