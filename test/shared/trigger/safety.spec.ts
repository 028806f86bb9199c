import { refuseTooManyLeft, type Leaving } from '../../../nodes/shared/trigger/safety';

const named = (count: number) => Array.from({ length: count }, (_, at) => `User ${at + 1}`);
const leaving = (gone: number, more: Partial<Leaving> = {}): Leaving => ({
	provider: 'Plainly',
	gone: named(gone),
	remembered: 100,
	listed: 50,
	maxLeftPercent: 20,
	...more,
});
const refuses = (what: Leaving) => expect(() => refuseTooManyLeft(what));

describe('too many who left at once', () => {
	it.each([
		[20, {}],
		[5, { maxLeftPercent: 0 }],
		[5, { remembered: 5, listed: 1 }],
		[6, { remembered: 30 }],
		[0, { listed: 0 }],
		[100, { maxLeftPercent: 100, listed: 0 }],
		[1, { maxLeftPercent: 100, remembered: 1, listed: 0 }],
		[50, { maxLeftPercent: 50 }],
	])('%i may leave with %j', (gone, more) => {
		refuses(leaving(gone, more)).not.toThrow();
	});

	it.each([
		[21, {}],
		[6, { maxLeftPercent: 0 }],
		[6, { remembered: 29 }],
		[1, { remembered: 1, listed: 0 }],
		[5, { listed: 0 }],
		[51, { maxLeftPercent: 50.5 }],
		[99, { maxLeftPercent: 98.9 }],
	])('%i may not with %j', (gone, more) => {
		refuses(leaving(gone, more)).toThrow(`${gone} of `);
	});

	it('are counted and named, and the error says what to do', () => {
		refuses(leaving(21)).toThrow(
			`Plainly: 21 of 100 remembered users are no longer in the list, more than 'Max Left (Percent)' allows (20): ${named(20).join(', ')} and 1 more.`,
		);
		refuses(leaving(21)).toThrow(
			expect.objectContaining({
				kind: 'incompleteList',
				description: expect.stringMatching(
					/^Nothing was reported, and nothing is forgotten\..*raise 'Max Left \(Percent\)'.*\(100 allows all\)/,
				),
			}),
		);
	});

	it('are all named up to 20', () => {
		refuses(leaving(20, { remembered: 20 })).toThrow(`(20): ${named(20).join(', ')}.`);
	});

	it('of an empty list are told as such, and what lets them leave', () => {
		refuses(leaving(2, { listed: 0 })).toThrow(
			'Plainly: 2 of 100 remembered users are no longer in the list, which came empty: User 1, User 2.',
		);
		refuses(leaving(1, { listed: 0, remembered: 1 })).toThrow(
			expect.objectContaining({
				message:
					'Plainly: 1 of 1 remembered user is no longer in the list, which came empty: User 1.',
				description:
					"Nothing was reported, and nothing is forgotten. If they have really left, set 'Max Left (Percent)' under Options to 100 until the next poll has run.",
			}),
		);
	});
});
