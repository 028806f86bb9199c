import { readBack, writeOnce, writeOrLook } from '../../../nodes/shared/operations/unknownOutcome';
import { ProviderFault } from '../../../nodes/shared/errors';

const words = { who: "the user with the e-mail 'a@b.c'", done: 'registered' };
const doubt = new ProviderFault({ provider: 'P', text: 'cut off', status: 502, doubt: true });
const refusal = new ProviderFault({ provider: 'P', text: 'no', status: 422, doubt: false });
const down = new ProviderFault({ provider: 'P', text: 'down', status: 503 });

const fails = (error: Error) =>
	jest.fn(async (): Promise<never> => {
		throw error;
	});

async function faultOf(promise: Promise<unknown>): Promise<ProviderFault> {
	const error: unknown = await promise.catch((thrown: unknown) => thrown);
	if (error instanceof ProviderFault) return error;
	throw new Error('It ended otherwise.');
}

describe('a write with a look-up', () => {
	const look = jest.fn(async () => ({ id: 1 }));
	beforeEach(() => look.mockClear());

	it('gives its answer, and looks at nothing', async () => {
		expect(await writeOrLook(async () => 'done', look, words)).toEqual({ answer: 'done' });
		expect(look).not.toHaveBeenCalled();
	});

	it('is written once, and in doubt gives the user whom it sees', async () => {
		const write = fails(doubt);
		expect(await writeOrLook(write, look, words)).toEqual({ seen: { id: 1 } });
		expect(write).toHaveBeenCalledTimes(1);
		expect(look).toHaveBeenCalledTimes(1);
	});

	it('in doubt says that nothing was done where it sees nobody', async () => {
		const fault = await faultOf(writeOrLook(fails(doubt), async () => undefined, words));
		expect(fault.message).toBe(
			"P: cut off (HTTP 502). A look-up afterwards did not find the user with the e-mail 'a@b.c': nothing was registered, and it is safe to run this again.",
		);
		expect(fault.details.doubt).toBe(false);
	});

	it('in doubt says that it is not known where the look-up fails', async () => {
		const fault = await faultOf(writeOrLook(fails(doubt), fails(down), words));
		expect(fault.message).toBe(
			"P: cut off (HTTP 502). Whether the user with the e-mail 'a@b.c' was registered is unknown, and the look-up afterwards failed too (down): check in P before you run this again.",
		);
		expect(fault.details.doubt).toBe(true);
	});

	it('passes a refusal on, and looks at nothing', async () => {
		expect(await faultOf(writeOrLook(fails(refusal), look, words))).toBe(refusal);
		expect(look).not.toHaveBeenCalled();
	});

	it('passes on what is no fault of the provider', async () => {
		await expect(writeOrLook(fails(new Error('bug')), look, words)).rejects.toThrow('bug');
		await expect(writeOrLook(fails(doubt), fails(new Error('bug')), words)).rejects.toThrow('bug');
	});
});

describe('a write without a look-up', () => {
	it('gives its answer', async () => {
		expect(await writeOnce(async () => 'done', 'Check it.')).toBe('done');
	});

	it('in doubt says what to check', async () => {
		const fault = await faultOf(writeOnce(fails(doubt), 'Check the balance.'));
		expect(fault.message).toBe(
			'P: cut off (HTTP 502). Whether it was carried out is unknown. Check the balance.',
		);
		expect(fault.details.doubt).toBe(true);
	});

	it('passes a refusal on', async () => {
		expect(await faultOf(writeOnce(fails(refusal), 'Check it.'))).toBe(refusal);
	});
});

describe('reading back after a write', () => {
	it('gives the user', async () => {
		expect(await readBack(async () => ({ id: 1 }), words)).toEqual({ id: 1 });
	});

	it('never looks as if the write had failed', async () => {
		const fault = await faultOf(readBack(fails(down), words));
		expect(fault.message).toBe(
			"P: the user with the e-mail 'a@b.c' was registered, but could not be read back: down (HTTP 503). Don't run this again for the same user. Get the user instead, or choose 'Simplified' as the output.",
		);
	});
});
