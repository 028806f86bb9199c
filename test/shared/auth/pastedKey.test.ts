import { INVISIBLE } from '../../pasted/marks';
import { readKey, readText } from '../../../nodes/shared/auth/pastedKey';

describe('a pasted key', () => {
	it.each([
		['2|abc123', '2|abc123'],
		['  2|abc123\r\n', '2|abc123'],
		['\ufeff2|abc123\u200b', '2|abc123'],
		['Bearer 2|abc123', '2|abc123'],
		['bearer   2|abc123', '2|abc123'],
		['bearer-key', 'bearer-key'],
	])('%j is %s', (pasted, key) => {
		expect(readKey(pasted, 'API Key')).toBe(key);
	});

	it.each(INVISIBLE)('with %s is read without it', (_what, mark) => {
		expect(readKey(`${mark}2|abc${mark}123 ${mark}`, 'API Key')).toBe('2|abc123');
	});

	it.each(['', '  ', '\n', 'Bearer', 'Bearer  ', undefined, null, false])(
		'%j is empty, says the field by name',
		(pasted) => {
			expect(() => readKey(pasted, 'API Key')).toThrow('"API Key" is empty');
		},
	);

	it.each(['two words-s3cret', 'two\nlines-s3cret', 'naïve-s3cret', 'null\0-s3cret'])(
		'%j could not be sent in a header, and is not repeated',
		(pasted) => {
			expect(() => readKey(pasted, 'API Key')).toThrow(/^"API Key" has a space/);
			expect(() => readKey(pasted, 'API Key')).not.toThrow(/s3cret/);
		},
	);
});

it.each([
	[' https://api.example \n', 'https://api.example'],
	['\ufeffa b\u200b', 'a b'],
	[7, '7'],
	['', ''],
	[undefined, ''],
	[null, ''],
	[true, ''],
	[{}, ''],
])('the field %p reads %j', (value, text) => {
	expect(readText(value)).toBe(text);
});
