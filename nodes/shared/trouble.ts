import type { Answer, Cause, Failure, FailureKind, Provider } from './provider';
import { readRetryAfter } from './retry';
import type { TroubleKind } from './retry';
import type { Loss } from './loss';

/** What went wrong with one try, in words that are not yet redacted. */
export interface Trouble {
	kind: TroubleKind;
	text: string;
	status?: number;
	code?: string;
	next?: string;
	retryAfterMs?: number;
	cause?: Cause;
}

const NOT_JSON_NEXT = "Check the credential's address: it may lead to a web page, not to the API.";

function kindOf(status: number): FailureKind {
	if (status === 429) return 'busy';
	return status === 408 || status >= 500 ? 'broken' : 'refused';
}

/** What an unreadable answer is. Nothing of it is quoted: it may hold a secret that nobody knows. */
function whatItIs(text: string): string {
	const start = text.trimStart();
	if (start === '') return 'the answer is empty';
	if (start.startsWith('<')) return 'the answer is a web page, not JSON';
	return `the answer is cut off or not JSON (${text.length} characters)`;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** A room judges by the status where there is no JSON; what the text is replaces its words. */
function unreadable(answer: Answer, provider: Provider): Failure {
	const { status, text } = answer;
	const words = { text: whatItIs(text) };
	const judged = provider.readFailure(answer);
	if (judged && status !== 404) return { ...judged, ...words };
	const kind = judged?.kind ?? (isSuccess(status) ? 'broken' : kindOf(status));
	return { ...words, kind, next: NOT_JSON_NEXT };
}

/** Judges an answer once, body and status together. */
export function troubleOf(answer: Answer, provider: Provider): Trouble | undefined {
	const { status, headers, body } = answer;
	const failure = body === undefined ? unreadable(answer, provider) : provider.readFailure(answer);
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

const CAUSES: Partial<Record<TroubleKind, Cause>> = {
	busy: 'rate-limited',
	later: 'rate-limited',
	broken: 'temporarily-unavailable',
	unsettled: 'temporarily-unavailable',
	unreached: 'temporarily-unavailable',
};

/** undefined where neither a wait nor another credential is known to help. */
export function causeOf({ kind, status, cause }: Trouble): Cause | undefined {
	return cause ?? (status === 401 ? 'credential-invalid' : CAUSES[kind]);
}

export function lossTrouble({ lost, text, next }: Loss): Trouble {
	return { kind: lost, text, ...(next === undefined ? {} : { next }) };
}
