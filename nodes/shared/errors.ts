import type { Failure, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/**
 * What went wrong:
 * - `refused`: the provider said no; final.
 * - `rateLimited`: too many requests and nothing was done; wait and repeat.
 * - `refusedForNow`: refused for now; a read is repeated, a write isn't.
 * - `signatureExpired`: the signature's time was not accepted; sign again, once.
 * - `providerFailed`: the provider failed inside; final for a read, a write's outcome is unknown.
 * - `answerLost`: no usable answer; a write's outcome is unknown.
 * - `unreachable`: the request provably never reached the provider.
 * - `cancelled`: the execution was cancelled.
 * - `notFound`, `ambiguous`: a look-up found nothing, or more than one.
 * - `incompleteList`, `endlessList`: a list could not be read whole.
 */
export type ErrorKind =
	| 'refused'
	| 'rateLimited'
	| 'refusedForNow'
	| 'signatureExpired'
	| 'providerFailed'
	| 'answerLost'
	| 'unreachable'
	| 'cancelled'
	| 'notFound'
	| 'ambiguous'
	| 'incompleteList'
	| 'endlessList';

/** Why a request failed, in n8n's terms (`Failure` of n8n-workflow). */
export type FailureCause =
	'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable' | 'credential-invalid';

export interface ProviderErrorDetails {
	kind: ErrorKind;
	/** The provider's title. */
	provider: string;
	/** What happened, in the provider's words where it gave any. */
	text: string;
	/** The HTTP status, where there was an answer. */
	status?: number | undefined;
	/** The provider's own code. */
	code?: string | undefined;
	/** What the user can do. */
	next?: string | undefined;
	/** The wait that the provider asked for, in milliseconds. */
	retryAfterMs?: number | undefined;
	/** Tells n8n whether waiting or another credential can help. */
	cause?: FailureCause | undefined;
	/** What answered gave no JSON: it may not be the provider's API. */
	notJson?: boolean | undefined;
	/** A write that may or may not have been carried out. */
	outcomeUnknown?: boolean | undefined;
}

/** A provider refused, or couldn't be understood or reached. Carries nothing secret. */
export class ProviderError extends Error {
	constructor(readonly details: ProviderErrorDetails) {
		super(headline(details));
		this.name = 'ProviderError';
	}

	get kind(): ErrorKind {
		return this.details.kind;
	}

	/** What the user can do. */
	get description(): string | undefined {
		return this.details.next;
	}

	/** The same error with other words, another next step, or without a detail. */
	with(changes: Partial<ProviderErrorDetails>): ProviderError {
		return new ProviderError({ ...this.details, ...changes });
	}
}

/** A parameter can't be used as it is. */
export class InputError extends Error {
	/** @param description what the user can do */
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

/** Runs the action; a provider's error is handed to `handle`, everything else passes. */
export async function onProviderError<T>(
	action: () => Promise<T>,
	handle: (error: ProviderError) => T | Promise<T>,
): Promise<T> {
	return await action().catch(async (error: unknown) => {
		if (error instanceof ProviderError) return await handle(error);
		throw error;
	});
}

/** A sentence without the period that others follow. */
export const withoutPeriod = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

function headline({ provider, text, status, code }: ProviderErrorDetails): string {
	const marks = [
		// That HTTP went well says nothing about an error.
		...(status === undefined || status === 200 ? [] : [`HTTP ${status}`]),
		...(code === undefined ? [] : [`code ${code}`]),
	];
	const where = marks.length > 0 ? ` (${marks.join(', ')})` : '';
	return `${provider}: ${withoutPeriod(text)}${where}.`;
}

export type NodeError = NodeApiError | NodeOperationError;

/** Sets both as written: n8n swaps a message that happens to contain the name of a network error. */
function withWords<T extends NodeError>(error: T, message: string, description?: string): T {
	error.message = message;
	error.description = description ?? null;
	return error;
}

function failureOf({ cause, retryAfterMs }: ProviderErrorDetails): { failure?: Failure } {
	if (cause === undefined) return {};
	if (cause === 'credential-invalid' || retryAfterMs === undefined) return { failure: { cause } };
	return { failure: { cause, retryAfterMs } };
}

function apiError(node: INode, error: ProviderError, itemIndex: number): NodeApiError {
	const { message, description, details } = error;
	const { status, code } = details;
	const response: JsonObject = { message, ...(code === undefined ? {} : { code }) };
	const nodeError = new NodeApiError(node, response, {
		message,
		itemIndex,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...failureOf(details),
	});
	if (status === undefined) nodeError.httpCode = null;
	return withWords(nodeError, message, description);
}

/**
 * The node error for whatever was thrown: a headline as its message, the next step as its description.
 * An API error stays as it is: made into another kind, it would lose its HTTP status.
 */
export function toNodeError(node: INode, error: unknown, itemIndex: number): NodeError {
	if (error instanceof NodeApiError) return Object.assign(error, { node });
	if (error instanceof ProviderError) return apiError(node, error, itemIndex);
	const message = error instanceof Error ? error.message : String(error);
	const { description } = (error ?? {}) as { description?: unknown };
	const nodeError = new NodeOperationError(node, message, { itemIndex });
	return withWords(nodeError, message, typeof description === 'string' ? description : undefined);
}

/** Headline and next step in one text, for the item that n8n continues with. */
export const errorText = ({ message, description }: NodeError): string =>
	description ? `${message} ${description}` : message;
