import { ProviderError } from '../../../nodes/shared/errors';
import type { ProviderErrorDetails } from '../../../nodes/shared/errors';
import {
	createOrReturnExisting,
	ifUserExistsOption,
	returnsExisting,
} from '../../../nodes/shared/operations/ifUserExists';
import { fakeItem } from '../fakeItem';

const refusal = (details: Partial<ProviderErrorDetails>) =>
	new ProviderError({
		provider: 'Plainly',
		kind: 'refused',
		status: 422,
		text: 'The email has already been taken',
		next: 'Correct it.',
		...details,
	});

function creating(error: Error, returnExisting: boolean, takenCode?: string) {
	const lookUp = jest.fn(async () => await Promise.resolve({ id: 7 }));
	const results = createOrReturnExisting({
		create: async () => await Promise.reject(error),
		returnExisting,
		lookUp,
		show: (user) => ({ ...user, created: false }),
		key: 'user name',
		...(takenCode === undefined ? {} : { takenCode }),
	});
	return { results, lookUp };
}

const TAKEN: Array<Partial<ProviderErrorDetails>> = [
	{},
	{ status: 200 },
	{ status: 400, text: 'User ALREADY exists: x' },
	{ status: 409, text: 'email: taken' },
	{ text: 'Duplicate entry' },
	{ text: 'A user with that name exists' },
	{ text: 'the address is in use' },
	{ text: 'The user name is not unique' },
];

it.each(TAKEN)('%j is somebody who is there', async (details) => {
	const error = refusal(details);
	const failing = creating(error, false);
	await expect(failing.results).rejects.toMatchObject({
		message: error.message,
		description:
			"Choose another user name, or set 'If User Exists' under Options to 'Return Existing User'.",
	});
	const returning = creating(error, true);
	const results = await returning.results;
	expect(returning.lookUp).not.toHaveBeenCalled();
	if (Array.isArray(results)) throw new Error('The look-up waits until the others had their turn.');
	expect(await results.afterAll()).toEqual([{ id: 7, created: false }]);
	expect(returning.lookUp).toHaveBeenCalledTimes(1);
});

it.each<Partial<ProviderErrorDetails>>([
	{ status: 401 },
	{ status: 403 },
	{ status: 404 },
	{ status: undefined },
	{ kind: 'rateLimited' },
	{ kind: 'answerLost' },
	{ text: 'The time zone is unknown' },
	{ text: 'untaken, reduplicate, nonunique' },
])('%j is another error', async (details) => {
	const error = refusal(details);
	for (const returnExisting of [false, true]) {
		await expect(creating(error, returnExisting).results).rejects.toBe(error);
	}
});

it('looks up whoever has an address that is refused or in conflict, but does not call it taken', async () => {
	const refusals = [
		{ text: 'Invalid e-mail' },
		{ text: 'user_email: no' },
		{ status: 409, text: 'Conflict' },
	];
	for (const details of refusals) {
		const error = refusal(details);
		await expect(creating(error, false).results).rejects.toBe(error);
		await expect(creating(error, true).results).resolves.toHaveProperty('afterAll');
	}
});

it('throws the refusal where nobody is found', async () => {
	const error = refusal({});
	const { results, lookUp } = creating(error, true);
	lookUp.mockResolvedValue(undefined as never);
	const later = await results;
	if (Array.isArray(later)) throw new Error('There was somebody.');
	await expect(later.afterAll()).rejects.toBe(error);
});

it("believes a provider's own code more than its words", async () => {
	await expect(
		creating(refusal({ code: '118', text: 'No' }), true, '118').results,
	).resolves.toHaveProperty('afterAll');
	const other = refusal({ code: '122' });
	await expect(creating(other, true, '118').results).rejects.toBe(other);
	await expect(creating(refusal({}), true, '118').results).resolves.toHaveProperty('afterAll');
	await expect(creating(refusal({ code: '11' }), true).results).resolves.toHaveProperty('afterAll');
});

it('passes on what is no answer of the provider', async () => {
	const error = new Error('The email has already been taken');
	await expect(creating(error, true).results).rejects.toBe(error);
});

it('is read from the options', () => {
	const reads = (options: object) => returnsExisting(fakeItem({ options: { ...options } }));
	expect(reads({})).toBe(false);
	expect(reads({ ifUserExists: 'fail' })).toBe(false);
	expect(reads({ ifUserExists: 'returnExisting' })).toBe(true);
	expect(() => reads({ ifUserExists: undefined })).toThrow("'If User Exists' must be one of");
	expect(() => reads({ ifUserExists: 'update' })).toThrow("'If User Exists' must be one of");
});

it("needs n8n's Retry On Fail off, unless it returns who is there", () => {
	const read = (ifUserExists: string) =>
		returnsExisting(fakeItem({ options: { ifUserExists } }, { retryOnFail: true }));
	expect(read('returnExisting')).toBe(true);
	expect(() => read('fail')).toThrow(
		expect.objectContaining({
			message: expect.stringMatching(/^'Retry On Fail' is on/),
			description: "Turn it off, or set 'If User Exists' under Options to 'Return Existing User'.",
		}),
	);
});

it('tells by what users are told apart, and what then says so', () => {
	const field = ifUserExistsOption('user name', 'made');
	expect(field.description).toContain('this user name exists');
	expect(field.options).toMatchObject([
		{ value: 'fail' },
		{
			value: 'returnExisting',
			description: "Return the user who has this user name, with 'made' set to false",
		},
	]);
});
