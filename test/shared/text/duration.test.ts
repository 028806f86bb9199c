import { seconds } from '../../../nodes/shared/text/duration';

it.each([
	[1, '1 second'],
	[0, '0 seconds'],
	[0.15, '0.15 seconds'],
	[30, '30 seconds'],
])('%d is told as "%s"', (count, words) => {
	expect(seconds(count)).toBe(words);
});
