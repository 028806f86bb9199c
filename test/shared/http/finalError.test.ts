import {
	type ErrorKind,
	ProviderError,
	type ProviderErrorDetails,
} from '../../../nodes/shared/errors';
import { finalError } from '../../../nodes/shared/http/finalError';

const policy = { retries: 4, maxWaitMs: 60_000 };
const once = { repeats: 0, waitedMs: 0, signedAgain: false };

type Ended = Parameters<typeof finalError>[1];

const endOf = (details: Partial<ProviderErrorDetails>, ended: Partial<Ended> = {}) =>
	finalError(new ProviderError({ provider: 'Plainly', kind: 'refused', text: 'no', ...details }), {
		write: false,
		attempts: once,
		policy,
		waitTooLong: false,
		...ended,
	});

const LATER = 'Try again later. If it keeps failing, ask the provider for help.';
const SLOWER = "Run again in a moment, or set 'Requests per Second' under Options.";

describe('what each kind means in the end', () => {
	it.each<[ErrorKind, string | undefined, string | undefined]>([
		['refused', 'Check the values of this operation.', undefined],
		['rateLimited', SLOWER, 'rate-limited'],
		['refusedForNow', SLOWER, 'rate-limited'],
		['signatureExpired', undefined, undefined],
		['providerFailed', LATER, 'temporarily-unavailable'],
		['answerLost', LATER, 'temporarily-unavailable'],
		['unreachable', 'Try again later.', 'temporarily-unavailable'],
		['cancelled', undefined, undefined],
	])('%s: next %j, cause %j', (kind, next, cause) => {
		const error = endOf({ kind });
		expect(error).toMatchObject({ kind, message: 'Plainly: no.' });
		expect([error.description, error.details.cause]).toEqual([next, cause]);
		expect(error.details.outcomeUnknown).toBe(false);
	});

	it.each<[ErrorKind, boolean]>([
		['refused', false],
		['rateLimited', false],
		['refusedForNow', false],
		['signatureExpired', false],
		['providerFailed', true],
		['answerLost', true],
		['unreachable', false],
		['cancelled', false],
	])('%s: the outcome of a write is unknown: %p', (kind, unknown) => {
		const { details } = endOf({ kind, cause: 'temporarily-unavailable' }, { write: true });
		expect(details.outcomeUnknown).toBe(unknown);
		// n8n may act on a cause by itself.
		expect(details.cause).toBe(unknown ? undefined : 'temporarily-unavailable');
	});

	it('keeps the cause that the answer told', () => {
		expect(endOf({ status: 401 }).details.cause).toBeUndefined();
		expect(endOf({ status: 402, cause: 'quota-exhausted' }).details.cause).toBe('quota-exhausted');
	});

	it("the provider's own next step comes first, also an empty one", () => {
		expect(endOf({ next: 'Look.' }).description).toBe('Look.');
		expect(endOf({ next: '' }).description).toBe('');
	});

	it('a write that was cancelled under way has to be checked', () => {
		expect(endOf({ kind: 'cancelled' }, { write: true }).description).toBe(
			'Whether the change was carried out is unknown: check before you run this again.',
		);
		expect(endOf({ kind: 'cancelled', next: '' }, { write: true }).description).toBe('');
	});
});

it.each([
	[0, 'Plainly: no (HTTP 500).'],
	[1, 'Plainly: no, after 2 tries (HTTP 500).'],
	[4, 'Plainly: no, after 5 tries (HTTP 500).'],
])('counts the tries after %d repeats', (repeats, headline) => {
	const ended = { attempts: { ...once, repeats } };
	expect(endOf({ kind: 'answerLost', text: 'no. ', status: 500 }, ended).message).toBe(headline);
});

it.each([
	[90_000, 449.037_557_293, '90 s', '59 s'],
	[89_001, 0, '90 s', '60 s'],
	[61_000, 60_000, '61 s', '0 s'],
])(
	'a wait of %d ms after %d ms is too long, in whole seconds',
	(retryAfterMs, waitedMs, asked, left) => {
		const error = endOf(
			{ kind: 'rateLimited', next: 'Look.', retryAfterMs },
			{ waitTooLong: true, attempts: { ...once, waitedMs } },
		);
		expect(error.description).toBe(
			`Plainly asked for a wait of ${asked}, but only ${left} of 'Max Wait' remain. Run again after that time, or raise 'Max Wait' under Options.`,
		);
		expect(error.details).toMatchObject({ cause: 'rate-limited', retryAfterMs });
	},
);
