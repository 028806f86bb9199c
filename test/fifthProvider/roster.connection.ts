import { readKey } from '../../nodes/shared/auth/pastedKey';
import type { ErrorKind } from '../../nodes/shared/errors';
import type { Answer, Connection, ReadError } from '../../nodes/shared/http/connection';
import { defined, own, record, text, texts } from '../../nodes/shared/text/json';
import { PROOF, rosterBaseUrl } from './roster.auth';

const KINDS: Record<string, ErrorKind> = { BUSY: 'rateLimited', ASLEEP: 'answerLost' };

/** Errors come as HTTP 200, too: `{"outcome":"NO_SUCH_MEMBER","why":["…"]}`. */
function readRosterError({ status, body }: Answer): ReadError | undefined {
	const { outcome, why } = record(body) ?? {};
	const code = text(outcome) ?? undefined;
	if (code === 'DONE' && status < 400) return undefined;
	return {
		text: texts(why).join('; ') || 'it gave no reason',
		next: 'Ask the people of Roster.',
		...defined({ code, kind: own(KINDS, code ?? '') }),
	};
}

export const rosterConnection: Connection = {
	title: 'Roster',
	credential: 'rosterApi',
	rate: { requests: 200, seconds: 1 },
	signature: { query: [PROOF] },
	baseUrl: rosterBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readError: readRosterError,
};
