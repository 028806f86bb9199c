import fc from 'fast-check';
import { charactersLike, hasRun } from '../../../nodes/shared/text/characterRun';

const digits = charactersLike(/\d/);

describe('digits that follow each other', () => {
	it.each([
		['at the start', '1234 abc'],
		['at the end', 'abc 1234'],
		['in the middle', 'ab 1234 cd'],
		['after shorter runs', '123 123 1234'],
		['in a longer one', 'a123456b'],
		['as the whole text', '1234'],
	])('are found %s', (_where, text) => {
		expect(hasRun(text, 4, digits)).toBe(true);
	});

	it.each([
		['in an empty text', ''],
		['in a text that is too short', '123'],
		['where each run is too short', '123 123a123'],
		['among other characters', 'abcdefgh'],
		['beyond ASCII', '\u0661\u0662\u0663\u0664\uff11\uff12\uff13\uff14'],
	])('are not found %s', (_where, text) => {
		expect(hasRun(text, 4, digits)).toBe(false);
	});

	it('are found in just those texts in which a regular expression finds them', () => {
		const text = fc.string({ unit: fc.constantFrom('1', '2', '3', 'a', '😀'), maxLength: 60 });
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 8 }), (words, length) => {
				expect(hasRun(words, length, digits)).toBe(new RegExp(`\\d{${length}}`).test(words));
			}),
		);
	});
});
