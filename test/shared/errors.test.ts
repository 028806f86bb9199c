import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import {
	type ErrorKind,
	errorText,
	InputError,
	onProviderError,
	ProviderError,
	type ProviderErrorDetails,
	toNodeError,
	withoutPeriod,
} from '../../nodes/shared/errors';
import { node } from './fakeItem';

const errorOf = (details: Partial<ProviderErrorDetails> = {}) =>
	new ProviderError({ provider: 'Plainly', kind: 'refused', text: 'no', ...details });

/** n8n swaps a message for words of its own where it finds one of these in it. */
const swapped = [
	'the preexisting user',
	'ECONNRESET is what it said',
	'ETIMEDOUT',
	'ENOTFOUND and EPERM and 404',
	'a 500 status code, socket hang up',
	'EEXIST: File or directory already exists',
];

describe("a provider's error", () => {
	it.each([
		[{ text: 'no' }, 'Plainly: no.'],
		[{ text: 'No such user. ' }, 'Plainly: No such user.'],
		[{ text: 'no...', status: 404 }, 'Plainly: no (HTTP 404).'],
		[{ code: 'E1' }, 'Plainly: no (code E1).'],
		[{ status: 200, code: '117' }, 'Plainly: no (code 117).'],
		[{ status: 200 }, 'Plainly: no.'],
		[{ status: 201, code: '117' }, 'Plainly: no (HTTP 201, code 117).'],
	])('%j has the headline %j, and no description', (details, headline) => {
		const error = errorOf(details);
		expect(error.message).toBe(headline);
		expect(error.description).toBeUndefined();
	});

	it('has the next step as its description, and not in its headline', () => {
		const error = errorOf({ status: 403, code: 'E1', next: "Check 'User'." });
		expect(error.message).toBe('Plainly: no (HTTP 403, code E1).');
		expect(error.description).toBe("Check 'User'.");
	});

	it('can be given other words, without changing the first', () => {
		const error = errorOf({ kind: 'answerLost', status: 500, outcomeUnknown: true });
		const other = error.with({ next: 'Look it up.', outcomeUnknown: false });
		expect(other).toBeInstanceOf(ProviderError);
		expect(other).toMatchObject({ kind: 'answerLost', message: 'Plainly: no (HTTP 500).' });
		expect([error.description, other.description]).toEqual([undefined, 'Look it up.']);
		expect([error.details.outcomeUnknown, other.details.outcomeUnknown]).toEqual([true, false]);
	});
});

/** Complete by its type: a new kind has to be added here. */
const kinds: Record<ErrorKind, true> = {
	refused: true,
	rateLimited: true,
	refusedForNow: true,
	signatureExpired: true,
	providerFailed: true,
	answerLost: true,
	unreachable: true,
	cancelled: true,
	notFound: true,
	ambiguous: true,
	incompleteList: true,
	endlessList: true,
};

it.each(Object.keys(kinds) as ErrorKind[])('an error of the kind %s is an API error', (kind) => {
	const error = errorOf({ kind, next: 'Look.' });
	expect([error.kind, error.name]).toEqual([kind, 'ProviderError']);
	const nodeError = toNodeError(node, error, 2);
	expect(nodeError).toBeInstanceOf(NodeApiError);
	expect(nodeError).toMatchObject({
		message: 'Plainly: no.',
		description: 'Look.',
		context: { itemIndex: 2 },
	});
});

describe('the node error', () => {
	it.each([200, 400, 401, 404, 422, 429, 500, 503])('keeps HTTP %d', (status) => {
		const error = toNodeError(node, errorOf({ status }), 0);
		expect(error).toMatchObject({
			message: status === 200 ? 'Plainly: no.' : `Plainly: no (HTTP ${status}).`,
			httpCode: String(status),
		});
	});

	it("has no status where there was no answer, also where the provider's code looks like one", () => {
		expect(toNodeError(node, errorOf({ kind: 'unreachable' }), 0)).toMatchObject({
			httpCode: null,
		});
		expect(toNodeError(node, errorOf({ code: '404' }), 0)).toMatchObject({
			httpCode: null,
			message: 'Plainly: no (code 404).',
		});
	});

	it.each([
		[{ cause: 'rate-limited' }, { cause: 'rate-limited' }],
		[
			{ cause: 'temporarily-unavailable', retryAfterMs: 3000 },
			{ cause: 'temporarily-unavailable', retryAfterMs: 3000 },
		],
		[{ cause: 'credential-invalid', retryAfterMs: 3000 }, { cause: 'credential-invalid' }],
		[{ retryAfterMs: 3000 }, undefined],
	] as const)('tells n8n %j as %j', (details, failure) => {
		expect(toNodeError(node, errorOf(details), 0).failure).toEqual(failure);
	});

	it.each(swapped)('keeps headline and description as they are: %s', (text) => {
		const provider = toNodeError(node, errorOf({ text, status: 409, next: `${text}.` }), 0);
		expect(provider).toMatchObject({
			message: `Plainly: ${text} (HTTP 409).`,
			description: `${text}.`,
		});
		const input = toNodeError(node, new InputError(`'User' is wrong: ${text}.`, `${text}.`), 0);
		expect(input).toMatchObject({
			message: `'User' is wrong: ${text}.`,
			description: `${text}.`,
		});
		expect(toNodeError(node, new Error(text), 0).message).toBe(text);
	});

	it('of a parameter carries the item, and what to do as its description', () => {
		const error = toNodeError(node, new InputError("'User' is empty.", 'Enter one.'), 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: "'User' is empty.",
			description: 'Enter one.',
			context: { itemIndex: 3 },
		});
		expect(toNodeError(node, new InputError('x'), 0).description).toBeFalsy();
	});

	it.each([
		[new TypeError('x is not a function'), 'x is not a function'],
		['words', 'words'],
		[undefined, 'undefined'],
	])('of whatever was thrown (%p) carries the item', (thrown, message) => {
		const error = toNodeError(node, thrown, 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message, context: { itemIndex: 3 } });
	});

	it("of an API stays as it is, with its status, but has this run's node without parameters", () => {
		const other = { ...node, parameters: { password: 'made-up' } };
		const api = new NodeApiError(other, { message: 'no' }, { httpCode: '418', itemIndex: 1 });
		expect(toNodeError(node, api, 5)).toBe(api);
		expect(api).toMatchObject({ httpCode: '418', context: { itemIndex: 1 } });
		expect(api.node).toBe(node);
	});

	it('of n8n itself keeps its words, for each item its own', () => {
		const thrown = new NodeOperationError(node, 'No credential', { description: 'Choose one.' });
		const errors = [0, 1].map((index) => toNodeError(node, thrown, index));
		expect(errors[0]).not.toBe(errors[1]);
		for (const [itemIndex, error] of errors.entries()) {
			expect(error).toMatchObject({
				message: 'No credential',
				description: 'Choose one.',
				context: { itemIndex },
			});
		}
	});

	it('holds nothing but the words', () => {
		const error = toNodeError(node, errorOf({ status: 403, next: 'Look.' }), 0);
		expect(error.cause).toBeUndefined();
	});
});

describe('the text for the item that n8n continues with', () => {
	const textOf = (error: Error) => errorText(toNodeError(node, error, 0));

	it('joins headline and description', () => {
		expect(textOf(errorOf({ status: 403, next: 'Ask.' }))).toBe('Plainly: no (HTTP 403). Ask.');
		expect(textOf(new InputError("'User' is empty.", 'Enter one.'))).toBe(
			"'User' is empty. Enter one.",
		);
	});

	it('is the headline where there is no more', () => {
		for (const next of [undefined, '']) expect(textOf(errorOf({ next }))).toBe('Plainly: no.');
		expect(textOf(new InputError("'User' is wrong."))).toBe("'User' is wrong.");
	});
});

describe('onProviderError', () => {
	const fail = (error: Error) => async (): Promise<string> => {
		throw error;
	};

	it('gives what the action gives', async () => {
		const given = onProviderError(
			async () => 'fine',
			() => 'handled',
		);
		expect(await given).toBe('fine');
	});

	it("hands over a provider's error, and lets everything else pass", async () => {
		expect(await onProviderError(fail(errorOf()), (met) => met.message)).toBe('Plainly: no.');
		for (const other of [new Error('other'), new InputError('other')]) {
			await expect(onProviderError(fail(other), () => 'handled')).rejects.toBe(other);
		}
		const again = onProviderError(fail(errorOf()), (met) => {
			throw met.with({ text: 'still no' });
		});
		await expect(again).rejects.toThrow('Plainly: still no.');
	});
});

it.each([
	['no.', 'no'],
	['no... ', 'no'],
	['v1.2 is old', 'v1.2 is old'],
	['', ''],
])('%j without its period is %j', (sentence, without) => {
	expect(withoutPeriod(sentence)).toBe(without);
});
