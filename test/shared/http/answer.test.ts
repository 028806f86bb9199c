import { causeOf, troubleOf } from '../../../nodes/shared/http/answer';
import type { Answer, Failure } from '../../../nodes/shared/execution/provider';
import { plainProvider } from '../fakeItem';

const NOT_JSON = "Check the credential's address: it may lead to a web page, not to the API.";
const TOKEN = '7|fAUJFgokZCtENyc3lyKfYQgCLgqj29AIBZrAA4W1';
const unread = (text: string, status = 200): Answer => ({
	status,
	headers: {},
	text,
	body: undefined,
});
const judge = (answer: Answer, failure?: Failure) =>
	troubleOf(answer, { ...plainProvider, readFailure: () => failure });

it.each([
	[{ kind: 'busy', status: 429 }, 'rate-limited'],
	[{ kind: 'later', status: 200 }, 'rate-limited'],
	[{ kind: 'broken', status: 503 }, 'temporarily-unavailable'],
	[{ kind: 'unsettled', status: 200 }, 'temporarily-unavailable'],
	[{ kind: 'unreached' }, 'temporarily-unavailable'],
	[{ kind: 'refused', status: 401 }, 'credential-invalid'],
	[{ kind: 'refused', status: 402, cause: 'quota-exhausted' }, 'quota-exhausted'],
	[{ kind: 'refused', status: 403 }, undefined],
	[{ kind: 'unsigned', status: 200 }, undefined],
	[{ kind: 'cancelled' }, undefined],
] as const)('%j has the cause %s', (trouble, cause) => {
	expect(causeOf({ text: 'no', ...trouble })).toBe(cause);
});

describe('an answer that cannot be read', () => {
	it.each([
		['', 'the answer is empty'],
		[' \r\n', 'the answer is empty'],
		['<html>no</html>', 'the answer is a web page, not JSON'],
		['\n <!doctype html>', 'the answer is a web page, not JSON'],
		['words', 'the answer is cut off or not JSON (5 characters)'],
		['{"a":', 'the answer is cut off or not JSON (5 characters)'],
	])('is told by what it is, not by its words: %j', (text, words) => {
		expect(judge(unread(text))).toEqual({
			kind: 'broken',
			status: 200,
			text: words,
			next: NOT_JSON,
		});
	});

	it.each([200, 201, 302, 400, 404, 500])('is never quoted: HTTP %d', (status) => {
		const cut = `{"message":"Registration successful.","token":"${TOKEN}","user":{"na`;
		const told = JSON.stringify(judge(unread(cut, status)));
		expect(told).toContain(`cut off or not JSON (${cut.length} characters)`);
		for (const part of ['7|', TOKEN.slice(2, 10), 'token', 'Registration']) {
			expect(told).not.toContain(part);
		}
	});

	it.each([
		[401, 'refused'],
		[429, 'busy'],
		[408, 'broken'],
		[502, 'broken'],
	])('takes the next step for HTTP %d from the provider', (status, kind) => {
		const failure = { text: 'the words of the room', next: 'Check the key.' };
		expect(judge(unread('<html>', status), failure)).toMatchObject({
			text: 'the answer is a web page, not JSON',
			next: 'Check the key.',
		});
		expect(judge(unread('<html>', status))).toMatchObject({ kind, next: NOT_JSON });
	});

	it('with HTTP 404 says to check the address, whatever the provider says', () => {
		const failure = { text: 'no such user', next: 'Check the ID.' };
		expect(judge(unread('<html>', 404), failure)).toMatchObject({
			kind: 'refused',
			next: NOT_JSON,
		});
	});

	it('keeps the kind that the provider sees in its plain text', () => {
		const failure: Failure = { text: 'slow down', kind: 'later', next: 'Run again.' };
		expect(judge(unread('Too many requests'), failure)).toMatchObject({
			kind: 'later',
			next: 'Run again.',
		});
	});
});

it.each([199, 304, 418])(
	'HTTP %d is no success, also where the room has no word about it',
	(status) => {
		expect(judge({ ...unread('{}', status), body: {} })).toEqual({
			kind: 'refused',
			status,
			text: 'the request was refused',
		});
	},
);
