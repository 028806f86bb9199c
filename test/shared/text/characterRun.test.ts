import fc from 'fast-check';
import { hasRow, lettersLike } from '../../../nodes/shared/text/characterRun';

const digits = lettersLike(/\d/);

describe('digits in a row', () => {
	it.each([
		['at the start', '1234 abc'],
		['at the end', 'abc 1234'],
		['in the middle', 'ab 1234 cd'],
		['after shorter rows', '123 123 1234'],
		['in a longer one', 'a123456b'],
		['as the whole text', '1234'],
	])('are found %s', (_where, text) => {
		expect(hasRow(text, 4, digits)).toBe(true);
	});

	it.each([
		['in an empty text', ''],
		['in a text that is too short', '123'],
		['where each row is too short', '123 123a123'],
		['among other letters', 'abcdefgh'],
		['beyond ASCII', '\u0661\u0662\u0663\u0664\uff11\uff12\uff13\uff14'],
	])('are not found %s', (_where, text) => {
		expect(hasRow(text, 4, digits)).toBe(false);
	});

	it('are found in just those texts in which a regular expression finds them', () => {
		const text = fc.string({ unit: fc.constantFrom('1', '2', '3', 'a', '😀'), maxLength: 60 });
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 8 }), (words, length) => {
				expect(hasRow(words, length, digits)).toBe(new RegExp(`\\d{${length}}`).test(words));
			}),
		);
	});
});
