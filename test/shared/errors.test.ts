import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputFault, onFault, ProviderFault, toNodeError } from '../../nodes/shared/errors';
import { node } from './fakeItem';

const errnos = [
	'the preexisting user',
	'ECONNRESET is what it said',
	'ETIMEDOUT',
	'ENOTFOUND and EPERM and 404',
	'a 500 status code, socket hang up',
	'EEXIST: File or directory already exists',
];

describe("the sentence of a provider's fault", () => {
	it.each([
		[{ text: 'no' }, 'Plainly: no.'],
		[{ text: 'No such user. ' }, 'Plainly: No such user.'],
		[{ text: 'no...', status: 404 }, 'Plainly: no (HTTP 404).'],
		[{ text: 'no', code: 'E1' }, 'Plainly: no (code E1).'],
		[{ text: 'no', status: 200, code: '117' }, 'Plainly: no (HTTP 200, code 117).'],
		[{ text: 'no', next: 'Try again.' }, 'Plainly: no. Try again.'],
		[
			{ text: 'no', status: 403, code: 'E1', next: "Check 'User'." },
			"Plainly: no (HTTP 403, code E1). Check 'User'.",
		],
	])('%j reads %j', (details, sentence) => {
		expect(new ProviderFault({ provider: 'Plainly', ...details }).message).toBe(sentence);
	});

	it('can be seen from another side, without changing the first', () => {
		const fault = new ProviderFault({ provider: 'Plainly', text: 'no', status: 500, doubt: true });
		const other = fault.with({ next: 'Look.', doubt: false });
		expect(other).toBeInstanceOf(ProviderFault);
		expect(other.message).toBe('Plainly: no (HTTP 500). Look.');
		expect([fault.details.doubt, other.details.doubt]).toEqual([true, false]);
		expect(fault.message).toBe('Plainly: no (HTTP 500).');
	});
});

describe('the node error', () => {
	it("of a provider's fault carries status, item and words", () => {
		const fault = new ProviderFault({ provider: 'Plainly', text: 'no', status: 403, code: 'E1' });
		const error = toNodeError(node, fault, 7);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Plainly: no (HTTP 403, code E1).',
			httpCode: '403',
			context: { itemIndex: 7 },
		});
	});

	it.each([200, 400, 401, 404, 422, 429, 500, 503])('keeps HTTP %d', (status) => {
		const error = toNodeError(node, new ProviderFault({ provider: 'P', text: 'no', status }), 0);
		expect(error).toMatchObject({ message: `P: no (HTTP ${status}).`, httpCode: String(status) });
	});

	it("has no status where there was no answer, also where the provider's code looks like one", () => {
		const lost = new ProviderFault({ provider: 'P', text: 'the connection was refused' });
		expect(toNodeError(node, lost, 0)).toMatchObject({ httpCode: null });
		const coded = new ProviderFault({ provider: 'P', text: 'no', code: '404' });
		expect(toNodeError(node, coded, 0)).toMatchObject({
			httpCode: null,
			message: 'P: no (code 404).',
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
		const fault = new ProviderFault({ provider: 'P', text: 'no', ...details });
		expect(toNodeError(node, fault, 0).failure).toEqual(failure);
	});

	it.each(errnos)('keeps its words exactly: %s', (text) => {
		const fault = new ProviderFault({ provider: 'P', text, status: 409 });
		expect(toNodeError(node, fault, 0).message).toBe(`P: ${text} (HTTP 409).`);
		const input = new InputFault(`'User' is wrong: ${text}.`);
		expect(toNodeError(node, input, 0).message).toBe(`'User' is wrong: ${text}.`);
		expect(toNodeError(node, new Error(text), 0).message).toBe(text);
	});

	it('of a parameter carries the item, and in its words what to do', () => {
		const error = toNodeError(node, new InputFault("'User' is empty.", 'Enter one.'), 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: "'User' is empty. Enter one.",
			context: { itemIndex: 3 },
		});
		expect(error.description).toBeFalsy();
		expect(toNodeError(node, new InputFault('x'), 0)).toMatchObject({ message: 'x' });
	});

	it.each([
		[new TypeError('x is not a function'), 'x is not a function'],
		['words', 'words'],
	])('of whatever was thrown (%p) carries the item', (thrown, message) => {
		const error = toNodeError(node, thrown, 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message, context: { itemIndex: 3 } });
	});

	it('of an API stays as it is, with its status', () => {
		const api = new NodeApiError(node, { message: 'no' }, { httpCode: '418', itemIndex: 1 });
		expect(toNodeError(node, api, 5)).toBe(api);
		expect(api).toMatchObject({ httpCode: '418', context: { itemIndex: 1 } });
	});

	it('of n8n itself keeps its words, for each item its own', () => {
		const thrown = new NodeOperationError(node, 'No credential', { description: 'Choose one.' });
		const errors = [0, 1].map((index) => toNodeError(node, thrown, index));
		expect(errors[0]).not.toBe(errors[1]);
		for (const [itemIndex, error] of errors.entries()) {
			expect(error).toMatchObject({
				message: 'No credential Choose one.',
				context: { itemIndex },
			});
		}
	});

	it('says nothing twice, and holds nothing but the words', () => {
		const fault = new ProviderFault({ provider: 'P', text: 'no', status: 403, next: 'Look.' });
		const error = toNodeError(node, fault, 0);
		expect(error.description ?? '').not.toContain('Look.');
		expect(error.cause).toBeUndefined();
	});
});

describe('onFault', () => {
	const fault = new ProviderFault({ provider: 'P', text: 'no' });
	const fail = (error: Error) => async (): Promise<string> => {
		throw error;
	};

	it('gives what the action gives', async () => {
		expect(
			await onFault(
				async () => 'fine',
				() => 'handled',
			),
		).toBe('fine');
	});

	it("hands over a provider's fault, and lets everything else pass", async () => {
		expect(await onFault(fail(fault), (met) => met.message)).toBe('P: no.');
		await expect(onFault(fail(new Error('other')), () => 'handled')).rejects.toThrow('other');
		const again = onFault(fail(fault), (met) => {
			throw met.with({ text: 'still no' });
		});
		await expect(again).rejects.toThrow('P: still no.');
	});
});

it("an API error of elsewhere is given the run's node, which holds no parameters", () => {
	const other = { ...node, parameters: { password: 'made-up' } };
	const error = toNodeError(node, new NodeApiError(other, { message: 'no' }), 0);
	expect(error.node).toBe(node);
});
