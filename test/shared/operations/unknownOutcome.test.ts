import { ProviderError } from '../../../nodes/shared/errors';
import {
	createOrLookUp,
	readBack,
	writeOnce,
} from '../../../nodes/shared/operations/unknownOutcome';
import { fakeRun } from '../fakeItem';

const names = { who: "the user with the e-mail 'a@b.c'", done: 'registered' };
const unknown = new ProviderError({
	provider: 'Plainly',
	kind: 'answerLost',
	text: 'cut off',
	status: 502,
	outcomeUnknown: true,
});
const refused = new ProviderError({
	provider: 'Plainly',
	kind: 'refused',
	text: 'no',
	status: 422,
	outcomeUnknown: false,
});
const down = new ProviderError({
	provider: 'Plainly',
	kind: 'answerLost',
	text: 'down',
	status: 503,
	cause: 'temporarily-unavailable',
});

const fails = (error: Error) =>
	jest.fn(async (): Promise<never> => {
		throw error;
	});

async function errorOf(promise: Promise<unknown>): Promise<ProviderError> {
	const error: unknown = await promise.catch((thrown: unknown) => thrown);
	if (error instanceof ProviderError) return error;
	throw new Error('It ended otherwise.');
}

describe('a write that creates', () => {
	const lookUp = jest.fn(async () => ({ id: 1 }));
	beforeEach(() => lookUp.mockClear());

	interface Creation {
		write: () => Promise<string>;
		lookUp?: () => Promise<{ id: number } | undefined>;
		it?: string;
		lost?: string;
	}

	function create(creation: Creation) {
		const { item, hints } = fakeRun({});
		return { created: createOrLookUp(item(), { lookUp, ...names, ...creation }), hints };
	}

	it('gives its answer, and looks up nothing', async () => {
		const { created, hints } = create({ write: async () => 'done' });
		expect(await created).toEqual({ answer: 'done' });
		expect(lookUp).not.toHaveBeenCalled();
		expect(await hints()).toEqual([]);
	});

	it('is written once; where its outcome is unknown, a look-up finds what was created', async () => {
		const write = fails(unknown);
		const { created, hints } = create({ write });
		expect(await created).toEqual({ existing: { id: 1 } });
		expect([write, lookUp].map((called) => called.mock.calls.length)).toEqual([1, 1]);
		expect(await hints()).toEqual([
			"Plainly did not confirm that the user with the e-mail 'a@b.c' was registered, but a look-up found the user.",
		]);
	});

	it('says what was found, and what was lost with the answer', async () => {
		const lost = 'The API token was lost with the answer.';
		const { created, hints } = create({ write: fails(unknown), it: 'the queue', lost });
		await created;
		expect(await hints()).toEqual([
			"Plainly did not confirm that the user with the e-mail 'a@b.c' was registered, but a look-up found the queue. The API token was lost with the answer.",
		]);
	});

	it('is safe to run again where the look-up finds nothing', async () => {
		const { created, hints } = create({ write: fails(unknown), lookUp: async () => undefined });
		expect(await errorOf(created)).toMatchObject({
			kind: 'answerLost',
			message: 'Plainly: cut off (HTTP 502).',
			description:
				"A look-up afterwards did not find the user with the e-mail 'a@b.c': nothing was registered, and it is safe to run this again.",
			details: { outcomeUnknown: false },
		});
		expect(await hints()).toEqual([]);
	});

	it('has to be checked where the look-up fails', async () => {
		const { created } = create({ write: fails(unknown), lookUp: fails(down) });
		expect(await errorOf(created)).toMatchObject({
			message: 'Plainly: cut off (HTTP 502).',
			description:
				"Whether the user with the e-mail 'a@b.c' was registered is unknown, and the look-up afterwards failed too (down): check in Plainly before you run this again.",
			details: { outcomeUnknown: true },
		});
	});

	it('that was refused looks up nothing', async () => {
		expect(await errorOf(create({ write: fails(refused) }).created)).toBe(refused);
		expect(lookUp).not.toHaveBeenCalled();
	});

	it("passes on what is no provider's error", async () => {
		const bug = new Error('bug');
		await expect(create({ write: fails(bug) }).created).rejects.toBe(bug);
		const both = create({ write: fails(unknown), lookUp: fails(bug) });
		await expect(both.created).rejects.toBe(bug);
	});
});

describe('a write that no look-up can settle', () => {
	it('gives its answer', async () => {
		expect(await writeOnce(async () => 'done', 'Check it.')).toBe('done');
	});

	it('says what to check where its outcome is unknown', async () => {
		expect(await errorOf(writeOnce(fails(unknown), 'Check the balance.'))).toMatchObject({
			message: 'Plainly: cut off (HTTP 502).',
			description: 'Whether it was carried out is unknown. Check the balance.',
			details: { outcomeUnknown: true },
		});
	});

	it('passes a refusal on', async () => {
		expect(await errorOf(writeOnce(fails(refused), 'Check it.'))).toBe(refused);
	});
});

describe('reading back after a write', () => {
	it('gives the user', async () => {
		expect(await readBack(async () => ({ id: 1 }), names)).toEqual({ id: 1 });
	});

	it('never looks as if the write had failed, nor as if waiting could help', async () => {
		const error = await errorOf(readBack(fails(down), names));
		expect(error).toMatchObject({
			message:
				"Plainly: the user with the e-mail 'a@b.c' was registered, but could not be read back: down (HTTP 503).",
			description:
				"Don't run this again for the same user. Get the user instead, or choose 'Simplified' as the output.",
		});
		expect(error.details.cause).toBeUndefined();
	});
});
