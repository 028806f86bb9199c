import {
	phoneDigits,
	searched,
	withoutInvisible,
	withoutMailMarks,
} from '../../../nodes/shared/text/pasted';
import { HYPHENS, INVISIBLE, MAIL_MARKS } from '../../pasted/marks';

describe.each(INVISIBLE)('%s', (_what, mark) => {
	it.each(['', mark])('is removed wherever it stands, also with another (%j)', (more) => {
		const pasted = `${mark}ann${mark}${more}@example.com${more}${mark}`;
		expect(withoutInvisible(pasted)).toBe('ann@example.com');
		expect(withoutMailMarks(` ${mark}<${pasted}>${mark} `)).toBe('ann@example.com');
		expect(searched(`${mark}Ann${mark}`)).toBe('Ann');
		expect(phoneDigits(`${mark}+1 415${mark}5550123`)).toBe('+14155550123');
	});
});

it.each(MAIL_MARKS)('of an address, %s is removed', (_what, around) => {
	expect(withoutMailMarks(around('ann@example.com'))).toBe('ann@example.com');
	expect(searched(around('ann@example.com'))).toBe('ann@example.com');
});

it.each([
	['mailto:ann%2Bsales@example.com', 'ann+sales@example.com'],
	['mailto:ann%40example.com?cc=bob@example.com', 'ann@example.com'],
	['<mailto:ann%zz@example.com>', 'ann%zz@example.com'],
	['ann%2Bsales@example.com', 'ann%2Bsales@example.com'],
])('the address of the link %s is %s', (link, address) => {
	expect(withoutMailMarks(link)).toBe(address);
});

it.each(["o'neil@example.com", 'a+b@example.com', '"a b"@', 'ann', '', '@', 'a?b@example.com'])(
	'what stands inside an address stays: %j',
	(address) => {
		const inside = address.replace(/^"/, '');
		expect(withoutMailMarks(address)).toBe(inside);
	},
);

it.each(['Zoë', 'a b', 'a-b', '漢字', ''])('%j stays as it is', (text) => {
	expect(withoutInvisible(text)).toBe(text);
});

it.each(HYPHENS)('a phone number may have %s between its digits', (_what, mark) => {
	expect(phoneDigits(`+1${mark}415${mark}555${mark}0123`)).toBe('+14155550123');
});

it.each([
	['+1 (415) 555-0123', '+14155550123'],
	['4155550123', '4155550123'],
	['＋１４１５５５５０１２３', '+14155550123'],
	["'+1 415 555 0123", '+14155550123'],
	['"+14155550123",', '+14155550123'],
	['tel:+1-415-555-0123', '+14155550123'],
	['030/123 45 67', '0301234567'],
	['plenty', 'plenty'],
])('the phone number %j is %j', (number, digits) => {
	expect(phoneDigits(number)).toBe(digits);
});

it('takes no longer for a text that is nothing but marks', () => {
	const start = performance.now();
	withoutMailMarks(`a${' >'.repeat(200_000)}b`);
	expect(performance.now() - start).toBeLessThan(1000);
});
