import { withLimits } from '../../../nodes/shared/text/limits';

const ADVICE = 'It has {3 to 50 }letters{, never more}.';

it.each(['It is too short', '', 'nathan2 is too short', 'The seventh letter', 'E164 only'])(
	'%p has no number, so the limits are said',
	(words) => {
		expect(withLimits(ADVICE, words)).toBe('It has 3 to 50 letters, never more.');
	},
);

it.each([
	'at least 5 characters',
	'between 5 and 50',
	'8,192 bytes',
	'at least FIVE letters',
	'(5)',
])('%p has a number, so they are left out', (words) => {
	expect(withLimits(ADVICE, words)).toBe('It has letters.');
});

it('leaves advice without limits as it is', () => {
	expect(withLimits('Try again.', 'at least 5')).toBe('Try again.');
});
