import { UserError } from 'n8n-workflow';

const NAME = 'CredentialError';
const RENEWAL = 'RenewalError';

/** A credential that can't be used as entered. The message never holds what is secret in it. */
export class CredentialError extends UserError {
	override readonly name = NAME;

	/** @param refused the provider doesn't take it any more: only another one helps */
	constructor(
		message: string,
		readonly refused = false,
	) {
		super(message);
	}
}

/** A token can't be renewed for now: the request that needs it wasn't carried out. */
export class RenewalError extends UserError {
	override readonly name = RENEWAL;
}

/**
 * The CredentialError inside an error that n8n wrapped around it. By name, not `instanceof`: the
 * bundled Voximplant credential carries its own copy of the class.
 */
export const findCredentialError = (error: unknown): (Error & { refused?: unknown }) | undefined =>
	findNamed(error, NAME);

export const findRenewalError = (error: unknown): Error | undefined => findNamed(error, RENEWAL);

function findNamed(error: unknown, name: string): Error | undefined {
	let link: unknown = error;
	for (let depth = 0; depth < 8 && link instanceof Error; depth++) {
		if (link.name === name) return link;
		link = link.cause;
	}
	return undefined;
}
