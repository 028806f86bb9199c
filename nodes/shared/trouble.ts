import type { Answer, Failure, FailureKind, Provider } from './provider';
import { readRetryAfter } from './retry';
import type { TroubleKind } from './retry';
import type { Loss } from './transport';

/** What went wrong with one try, in words that are not yet redacted. */
export interface Trouble {
	kind: TroubleKind;
	text: string;
	status?: number;
	code?: string;
	next?: string;
	retryAfterMs?: number;
}

const NOT_JSON_NEXT = "Check the credential's address: it may lead to a web page, not to the API.";

function kindOf(status: number): FailureKind {
	if (status === 429) return 'busy';
	return status === 408 || status >= 500 ? 'broken' : 'refused';
}

/** How an unreadable text begins, on one line. */
function glimpse(text: string): string {
	const start = text.slice(0, 60).replace(/\s+/g, ' ').trim();
	if (start === '') return 'the answer is empty';
	return `the answer is not JSON (it begins "${start}")`;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

function unreadable({ status, text }: Answer): Failure {
	const failure = { text: glimpse(text), next: NOT_JSON_NEXT };
	return isSuccess(status) ? { ...failure, kind: 'broken' } : failure;
}

/** Judges an answer once, body and status together. */
export function troubleOf(answer: Answer, provider: Provider): Trouble | undefined {
	const { status, headers, body } = answer;
	const failure = body === undefined ? unreadable(answer) : provider.readFailure(answer);
	if (failure === undefined && isSuccess(status)) return undefined;
	const { kind = kindOf(status), ...words } = failure ?? { text: 'the request was refused' };
	const retryAfterMs = readRetryAfter(headers);
	return {
		kind,
		status,
		...words,
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	};
}

export function lossTrouble({ lost, text, next }: Loss): Trouble {
	return { kind: lost, text, ...(next === undefined ? {} : { next }) };
}
