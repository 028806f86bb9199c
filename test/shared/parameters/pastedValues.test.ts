import { digitsIn, emailIn, plainTextIn } from '../../../nodes/shared/parameters/values';
import { INVISIBLE, MAIL_MARKS } from '../../pasted/marks';

it.each(MAIL_MARKS)('an e-mail address with %s is the one inside', (_what, around) => {
	expect(emailIn(around('ada@example.com'), 'Email')).toBe('ada@example.com');
});

it.each([
	'<ada@example.com> <bob@example.com>',
	'ada@example.com,bob@example.com',
	'ada@example.com;bob',
	'Ada <ada@example.com>',
	'"Ada" <ada@example.com>',
	'Ada Byron <mailto:ada@example.com>',
	'ada@example.com <ada@example.com>',
	'<mailto:ada@example.com|ada@example.com>',
	'ada@example.com\u2028bob@example.com',
	'ada@example.com\u0085bob',
	'ada\u0000@example.com',
	'ada@example.com，bob',
	'ada\u3000byron@example.com',
	'(ada@example.com)',
	'[ada@example.com]',
	'smtp:ada@example.com',
	'ada@example.com:',
	'ada@example.com|',
	'ada@example.com!',
	'ada@example.com&',
	'ada@example.com/x',
	'ada@example.com&hearts;',
	'ada@example.com&#xd800;',
	'´ada@example.com´',
	'「ada@example.com」',
	'ada\\@example.com',
	'ada＠example.com',
	'ada＠home@example.com',
	'ada@@example.com',
	'ada@',
	'@example.com',
	'<@example.com>',
	'"ada@"',
	'<>',
	'mailto:',
	'mailto:ada',
	',',
	'@;',
])('%j is not exactly one e-mail address', (value) => {
	expect(() => emailIn(value, 'Email')).toThrow("'Email' is not an e-mail address: '");
});

it.each(INVISIBLE)('an ID, a user name and a phone number lose %s', (_what, mark) => {
	expect(plainTextIn(`${mark}na${mark}than `, 'User Name')).toBe('nathan');
	expect(digitsIn(`${mark}1${mark}2`, 'User')).toBe('12');
	expect(() => plainTextIn(mark, 'User Name')).toThrow("'User Name' is empty.");
});
