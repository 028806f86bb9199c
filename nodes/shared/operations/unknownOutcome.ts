import type { IDataObject } from 'n8n-workflow';
import { onProviderError } from '../errors';
import type { ProviderError } from '../errors';
import type { Item } from '../execution/item';

/** How messages name a write. */
export interface WriteNames {
	/** What it is about: "the user with the e-mail 'x'". */
	who: string;
	/** What is done to it, in the past: "registered". */
	done: string;
}

/** What a write that creates led to: its answer, or what a look-up found. */
export type Created<T> = { answer: T } | { existing: IDataObject };

interface Creation<T> extends WriteNames {
	write: () => Promise<T>;
	/** undefined where it isn't there. */
	lookUp: () => Promise<IDataObject | undefined>;
	/** In the hint; "the user" unless given. */
	it?: string;
	/** What is lost with the answer, for the hint: "The API token was lost with the answer." */
	lost?: string;
}

/**
 * A write that creates. Where its outcome is unknown, a fresh look-up replaces a second write,
 * and a hint says so.
 *
 * @throws {ProviderError} that says whether it is safe to run again, or what to check
 */
export async function createOrLookUp<T>(item: Item, creation: Creation<T>): Promise<Created<T>> {
	const { write, lookUp, who, done, it = 'the user', lost } = creation;
	return await onProviderError<Created<T>>(
		async () => ({ answer: await write() }),
		async (error) => {
			if (!error.details.outcomeUnknown) throw error;
			const existing = await lookUpAfter(error, lookUp, creation);
			if (!existing) throw notCarriedOut(error, creation);
			item.hint(
				`${item.provider} did not confirm that ${who} was ${done}, but a look-up found ${it}.${lost ? ` ${lost}` : ''}`,
			);
			return { existing };
		},
	);
}

const notCarriedOut = (error: ProviderError, { who, done }: WriteNames): ProviderError =>
	error.with({
		outcomeUnknown: false,
		next: `A look-up afterwards did not find ${who}: nothing was ${done}, and it is safe to run this again.`,
	});

interface Change<T> extends WriteNames {
	write: () => Promise<T>;
	/** Whether things are as the write was to make them, read afresh. */
	isDone: () => Promise<boolean>;
}

/**
 * A write that changes or removes. Where its outcome is unknown, a fresh look-up replaces a second
 * write, and a hint says so.
 *
 * @returns undefined where the answer was lost, and the write was carried out all the same
 * @throws {ProviderError} that says whether it is safe to run again, or what to check
 */
export async function writeOrLookUp<T>(item: Item, change: Change<T>): Promise<T | undefined> {
	const { write, isDone, who, done } = change;
	return await onProviderError<T | undefined>(write, async (error) => {
		if (!error.details.outcomeUnknown) throw error;
		if (!(await lookUpAfter(error, isDone, change))) {
			throw error.with({
				outcomeUnknown: false,
				next: `A look-up afterwards shows that ${who} was not ${done}: it is safe to run this again.`,
			});
		}
		item.hint(
			`${item.provider} did not confirm that ${who} was ${done}, but a look-up shows that it is so.`,
		);
		return undefined;
	});
}

/**
 * What a look-up finds after an unknown outcome.
 *
 * @throws {ProviderError} that says what to check, where the look-up failed, too
 */
export async function lookUpAfter<T>(
	error: ProviderError,
	lookUp: () => Promise<T>,
	{ who, done }: WriteNames,
): Promise<T> {
	return await onProviderError(lookUp, (failed) => {
		// n8n knows a cancelled execution by the words of its error's message.
		const shown = failed.kind === 'cancelled' ? failed : error;
		throw shown.with({
			outcomeUnknown: true,
			next: `Whether ${who} was ${done} is unknown, and the look-up afterwards failed too (${failed.details.text}): check in ${error.details.provider} before you run this again.`,
		});
	});
}

/**
 * A write that no look-up can settle.
 *
 * @param check what to check before it is run again
 */
export async function writeOnce<T>(write: () => Promise<T>, check: string): Promise<T> {
	return await onProviderError(write, (error) => {
		throw error.details.outcomeUnknown
			? error.with({ next: `Whether it was carried out is unknown. ${check}` })
			: error;
	});
}

/** Reads a user back after a write; an error then must not look as if the write had failed. */
export async function readBack(
	read: () => Promise<IDataObject>,
	{ who, done }: WriteNames,
): Promise<IDataObject> {
	return await onProviderError(read, (error) => {
		throw error.with({
			text: `${who} was ${done}, but could not be read back: ${error.details.text}`,
			// n8n would wait and run it again.
			cause: undefined,
			next: "Don't run this again for the same user. Get the user instead, or choose 'Simplified' as the output.",
		});
	});
}
