import type { Failure, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Cause } from './provider';

export interface FaultDetails {
	provider: string;
	/** The provider's words, redacted. */
	text: string;
	status?: number;
	/** The provider's own code. */
	code?: string;
	/** What the user can do. */
	next?: string;
	/** A write whose outcome is unknown. */
	doubt?: boolean;
	/** Tells n8n whether a wait or a person can help. */
	cause?: Cause | undefined;
	/** The wait that the provider asked for. */
	retryAfterMs?: number;
}

/** A provider refused, or couldn't be understood or reached. Carries nothing secret. */
export class ProviderFault extends Error {
	constructor(readonly details: FaultDetails) {
		super(sentence(details));
		this.name = 'ProviderFault';
	}

	/** The same trouble seen from another side: other words or another next step. */
	with(changes: Partial<FaultDetails>): ProviderFault {
		return new ProviderFault({ ...this.details, ...changes });
	}
}

/** A parameter can't be used as it is. */
export class InputFault extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputFault';
	}
}

/** Runs the action; a provider's fault is handed to `handle`, everything else passes. */
export async function onFault<T>(
	action: () => Promise<T>,
	handle: (fault: ProviderFault) => T | Promise<T>,
): Promise<T> {
	return await action().catch(async (error: unknown) => {
		if (error instanceof ProviderFault) return await handle(error);
		throw error;
	});
}

function sentence({ provider, text, status, code, next }: FaultDetails): string {
	const marks = [
		status === undefined ? '' : `HTTP ${status}`,
		code === undefined ? '' : `code ${code}`,
	].filter(Boolean);
	const where = marks.length > 0 ? ` (${marks.join(', ')})` : '';
	const words = text.replace(/[.\s]+$/, '');
	return `${provider}: ${words}${where}.${next ? ` ${next}` : ''}`;
}

/** n8n swaps messages that happen to contain an errno name; ours stay as written. */
function keepWords<T extends NodeApiError | NodeOperationError>(error: T, message: string): T {
	error.message = message;
	return error;
}

function failureOf(cause: Cause, { retryAfterMs }: FaultDetails): Failure {
	if (cause === 'credential-invalid') return { cause };
	return { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function apiError(node: INode, fault: ProviderFault, itemIndex: number): NodeApiError {
	const { status, code, cause } = fault.details;
	const response: JsonObject = { message: fault.message, ...(code === undefined ? {} : { code }) };
	const error = new NodeApiError(node, response, {
		message: fault.message,
		itemIndex,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...(cause ? { failure: failureOf(cause, fault.details) } : {}),
	});
	if (status === undefined) error.httpCode = null;
	return keepWords(error, fault.message);
}

/**
 * The node error for whatever was thrown. An API error stays as it is: made into another kind, it
 * would lose its HTTP status.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError) return Object.assign(error, { node });
	if (error instanceof ProviderFault) return apiError(node, error, itemIndex);
	const message = error instanceof Error ? error.message : String(error);
	const { description } = (error ?? {}) as { description?: unknown };
	const words = typeof description === 'string' ? `${message} ${description}` : message;
	return keepWords(new NodeOperationError(node, words, { itemIndex }), words);
}
