import { inSeconds } from '../../../nodes/shared/text/duration';

it.each([
	[1000, '1 s'],
	[0, '0 s'],
	[90_000, '90 s'],
	[500, '0.5 s'],
	[150, '0.15 s'],
	[1, '0.001 s'],
	[3_661_000, '3661 s'],
])('%d ms reads "%s"', (ms, words) => {
	expect(inSeconds(ms)).toBe(words);
});
