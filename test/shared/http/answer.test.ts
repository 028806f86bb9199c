import { errorIn } from '../../../nodes/shared/http/answer';
import type { Answer, ReadError } from '../../../nodes/shared/http/connection';
import { plainConnection } from '../fakeItem';

const NOT_JSON = 'Check the URL in the credential: it may lead to a web page instead of the API.';
const TOKEN = '7|fAUJFgokZCtENyc3lyKfYQgCLgqj29AIBZrAA4W1';
const unread = (text: string, status = 200): Answer => ({
	status,
	headers: {},
	text,
	body: undefined,
});
const detailsOf = (answer: Answer, read?: ReadError) =>
	errorIn(answer, { ...plainConnection, readError: () => read }, { method: 'GET', path: '/' })
		?.details;

describe('an answer that cannot be read', () => {
	it.each([
		['', 'the answer is empty'],
		[' \r\n', 'the answer is empty'],
		['<html>no</html>', 'the answer is a web page, not JSON'],
		['\n <!doctype html>', 'the answer is a web page, not JSON'],
		['words', 'the answer is cut off or not JSON (5 characters)'],
		['{"a":', 'the answer is cut off or not JSON (5 characters)'],
	])('is described by what it is, not by its words: %j', (text, words) => {
		expect(detailsOf(unread(text))).toEqual({
			provider: 'Plainly',
			kind: 'answerLost',
			status: 200,
			text: words,
			next: NOT_JSON,
			notJson: true,
		});
	});

	it.each([200, 201, 302, 400, 404, 500])('is never quoted: HTTP %d', (status) => {
		const cut = `{"message":"Registration successful.","token":"${TOKEN}","user":{"na`;
		const told = JSON.stringify(detailsOf(unread(cut, status)));
		expect(told).toContain(`cut off or not JSON (${cut.length} characters)`);
		for (const part of ['7|', TOKEN.slice(2, 10), 'token', 'Registration']) {
			expect(told).not.toContain(part);
		}
	});

	it.each([
		[414, 'refused'],
		[429, 'rateLimited'],
		[408, 'answerLost'],
		[502, 'answerLost'],
	])('takes the next step for HTTP %d from the provider', (status, kind) => {
		const read = { text: 'its own words', next: 'Check the key.' };
		expect(detailsOf(unread('<html>', status), read)).toMatchObject({
			text: 'the answer is a web page, not JSON',
			next: 'Check the key.',
		});
		expect(detailsOf(unread('<html>', status))).toMatchObject({ kind, next: NOT_JSON });
	});

	it.each([
		[400, NOT_JSON],
		[451, NOT_JSON],
		[429, undefined],
		[502, undefined],
	])('blames no value with HTTP %d, where the provider names no next step', (status, next) => {
		expect(detailsOf(unread('<html>', status), { text: 'No' })?.next).toBe(next);
	});

	describe.each([401, 403, 407])('with HTTP %d', (status) => {
		it.each(['<html>Sign in</html>', 'Access denied', ''])('blames no key: %j', (text) => {
			const read: ReadError = { text: 'No', next: 'Check the key.', cause: 'credential-invalid' };
			const details = detailsOf(unread(text, status), read);
			expect(details).toMatchObject({ kind: 'refused', status });
			expect(details?.text).toMatch(
				/^a proxy, firewall or login page answered in place of Plainly: the answer is /,
			);
			expect(details?.next).toMatch(
				status === 407 ? /password of the proxy/ : /proxy or firewall between/,
			);
			expect(details?.cause).toBeUndefined();
		});
	});

	it.each([401, 403])("is the provider's word with HTTP %d where it comes as JSON", (status) => {
		const answer = { ...unread('{}', status), body: {} };
		const details = detailsOf(answer, { text: 'No', next: 'Check the key.' });
		expect(details).toMatchObject({ text: 'No', next: 'Check the key.' });
		expect(details?.cause).toBe(status === 401 ? 'credential-invalid' : undefined);
	});

	it.each([
		[{ message: 'Sign in first.' }, 'Sign in first'],
		[{}, 'the request was refused'],
		[null, 'the request was refused'],
	])("is the proxy's word with HTTP 407, also as JSON: %j", (body, words) => {
		const answer = { ...unread(JSON.stringify(body), 407), body };
		const read: ReadError = { text: 'No', next: 'Check the key.', cause: 'credential-invalid' };
		const details = detailsOf(answer, read);
		expect(details).toMatchObject({ kind: 'refused', notJson: true });
		expect(details?.text).toBe(
			`a proxy, firewall or login page answered in place of Plainly: ${words}`,
		);
		expect(details?.next).toMatch(/password of the proxy/);
		expect(details?.cause).toBeUndefined();
	});

	it('with HTTP 404 says to check the address, whatever the provider says', () => {
		const read = { text: 'no such user', next: 'Check the ID.' };
		expect(detailsOf(unread('<html>', 404), read)).toMatchObject({
			kind: 'refused',
			next: NOT_JSON,
		});
	});

	it('keeps the kind that the provider sees in its plain text', () => {
		const read: ReadError = { text: 'slow down', kind: 'refusedForNow', next: 'Run again.' };
		expect(detailsOf(unread('Too many requests'), read)).toMatchObject({
			kind: 'refusedForNow',
			next: 'Run again.',
		});
	});
});

it.each([199, 304, 418])(
	"HTTP %d is no success, also where the provider's reader finds no error",
	(status) => {
		expect(detailsOf({ ...unread('{}', status), body: {} })).toEqual({
			provider: 'Plainly',
			kind: 'refused',
			status,
			text: 'the request was refused',
		});
	},
);

it('HTTP 200 is no error unless the provider says so', () => {
	const answer = { ...unread('{}'), body: {} };
	expect(detailsOf(answer)).toBeUndefined();
	expect(detailsOf(answer, { text: 'No', code: '7', next: 'Look.' })).toEqual({
		provider: 'Plainly',
		kind: 'refused',
		status: 200,
		text: 'No',
		code: '7',
		next: 'Look.',
	});
});

it('carries the wait that the provider asks for, and its reason', () => {
	const answer = { ...unread('{}', 429), body: {}, headers: { 'retry-after': '7' } };
	expect(detailsOf(answer, { text: 'Slow', cause: 'quota-exhausted' })).toMatchObject({
		kind: 'rateLimited',
		retryAfterMs: 7000,
		cause: 'quota-exhausted',
	});
});

it('has no code where the provider gave none', () => {
	const read = { text: 'No', code: null };
	expect(detailsOf({ ...unread('{}'), body: {} }, read)?.code).toBeUndefined();
});
