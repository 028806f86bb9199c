import type { IDataObject } from 'n8n-workflow';
import { onFault } from './fault';
import type { ProviderFault } from './fault';

export interface Words {
	/** The user who was meant: "the user with the e-mail 'x'". */
	who: string;
	/** In the past: "registered". */
	done: string;
}

/** What a write came to: its answer, or in doubt the user whom a look-up found. */
export type Written<T> = { answer: T } | { seen: IDataObject };

/**
 * A write, and where its outcome is in doubt a fresh look instead of a second write.
 *
 * @throws {ProviderFault} that says whether it is safe to run again, or what to check
 */
export async function writeOrLook<T>(
	write: () => Promise<T>,
	look: () => Promise<IDataObject | undefined>,
	words: Words,
): Promise<Written<T>> {
	return await onFault<Written<T>>(
		async () => ({ answer: await write() }),
		async (fault) => {
			if (!fault.details.doubt) throw fault;
			return { seen: await lookAfter(fault, look, words) };
		},
	);
}

async function lookAfter(
	doubt: ProviderFault,
	look: () => Promise<IDataObject | undefined>,
	{ who, done }: Words,
): Promise<IDataObject> {
	const seen = await onFault(look, (failed) => {
		throw doubt.with({
			next: `Whether ${who} was ${done} is unknown, and the look-up afterwards failed too (${failed.details.text}): check in ${doubt.details.provider} before you run this again.`,
		});
	});
	if (seen) return seen;
	throw doubt.with({
		doubt: false,
		next: `A look-up afterwards did not find ${who}: nothing was ${done}, and it is safe to run this again.`,
	});
}

/** A write that no look-up can settle. */
export async function writeOnce<T>(write: () => Promise<T>, check: string): Promise<T> {
	return await onFault(write, (fault) => {
		throw fault.details.doubt
			? fault.with({ next: `Whether it was carried out is unknown. ${check}` })
			: fault;
	});
}

/** Reads a user back after a write; a failure then must not look as if the write had failed. */
export async function readBack(
	read: () => Promise<IDataObject>,
	{ who, done }: Words,
): Promise<IDataObject> {
	return await onFault(read, (fault) => {
		throw fault.with({
			text: `${who} was ${done}, but could not be read back: ${fault.details.text}`,
			// n8n would wait and run it again.
			cause: undefined,
			next: "Don't run this again for the same user. Get the user instead, or choose 'Simplified' as the output.",
		});
	});
}
