import { UserError } from 'n8n-workflow';

const NAME = 'CredentialError';

/** A credential that can't be used as entered. The message never holds what is secret in it. */
export class CredentialError extends UserError {
	override readonly name = NAME;
}

/**
 * The CredentialError inside an error that n8n wrapped around it. By name, not `instanceof`: the
 * bundled Voximplant credential carries its own copy of the class.
 */
export function findCredentialError(error: unknown): Error | undefined {
	let link: unknown = error;
	for (let depth = 0; depth < 8 && link instanceof Error; depth++) {
		if (link.name === NAME) return link;
		link = link.cause;
	}
	return undefined;
}
