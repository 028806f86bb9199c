import type { IHttpRequestOptions } from 'n8n-workflow';
import { Secrets } from '../../../nodes/shared/http/secrets';

const hmac = '0123456789abcdef0123456789abcdef';

/** What is hidden of the values once a request was signed. */
function hiddenOf(options: Partial<IHttpRequestOptions>, query: string[], values: string[]) {
	const secrets = new Secrets([], { query, inHeader: /[0-9a-f]{32,}$/ });
	secrets.addSignature({ url: 'https://a.example/users?page=1', ...options });
	return secrets.hideInData(values, JSON.stringify(values));
}

it('are those of the credential and of the call', () => {
	const secrets = new Secrets(['the-api-key-1', 'a password']);
	expect(secrets.hideInText('the-api-key-1 and a+password')).toBe('[hidden] and [hidden]');
	const data = { key: 'the-api-key-1', url: 'x?p=a%20password', name: 'Ada' };
	expect(secrets.hideInData(data, JSON.stringify(data))).toEqual({
		key: '[hidden]',
		url: 'x?p=[hidden]',
		name: 'Ada',
	});
});

it('are the header that signs, its value, and a digest at its end', () => {
	const headers = { Authorization: `Admin 170_${hmac}` };
	expect(hiddenOf({ headers }, [], [`Admin 170_${hmac}`, `170_${hmac}`, hmac, 'Admin'])).toEqual([
		'[hidden]',
		'[hidden]',
		'[hidden]',
		'Admin',
	]);
});

describe('a signature in the query', () => {
	const raw = 'aB3%2FdE6%2bgH9%3D%3D';
	const meant = 'aB3/dE6+gH9==';

	it('is one as it was sent, and as it is meant', () => {
		const url = `https://a.example/users?page=1&x-sig=${raw}&sort=name`;
		expect(hiddenOf({ url }, ['x-sig'], [raw, meant, `<${meant}>`, 'name'])).toEqual([
			'[hidden]',
			'[hidden]',
			'<[hidden]>',
			'name',
		]);
	});

	it('is one that n8n is yet to add to the URL', () => {
		expect(
			hiddenOf({ qs: { 'x-sig': meant } }, ['x-sig'], [encodeURIComponent(meant), meant]),
		).toEqual(['[hidden]', '[hidden]']);
	});

	it('ends where the fragment begins, and may hold a plus', () => {
		const url = 'https://a.example/?sig[1]=abcd+efgh%20#part';
		expect(hiddenOf({ url }, ['sig[1]'], ['abcd+efgh ', '#part'])).toEqual(['[hidden]', '#part']);
	});

	it.each([
		['there is none', 'https://a.example/users'],
		['it is empty', 'https://a.example/users?x-sig='],
		['another parameter ends alike', 'https://a.example/users?my-x-sig=somebody-else'],
		['it cannot be decoded', 'https://a.example/users?x-sig=%E0%A4%A'],
	])('hides nothing else where %s', (_what, url) => {
		expect(hiddenOf({ url }, ['x-sig'], ['somebody-else', 'users'])).toEqual([
			'somebody-else',
			'users',
		]);
	});

	it('is looked for by the names that the provider gives alone', () => {
		const url = 'https://a.example/users?hash=somebody-else';
		expect(hiddenOf({ url }, ['x-sig'], ['somebody-else'])).toEqual(['somebody-else']);
		expect(hiddenOf({ url }, [], ['somebody-else'])).toEqual(['somebody-else']);
	});
});

it('of two providers are kept apart, also where patterns alone tell them', () => {
	const [one, two] = [
		new Secrets([], { query: ['hash'] }),
		new Secrets([], { schemes: ['Admin'] }),
	];
	one.addSignature({ url: 'https://a.example/?hash=somebody-else' });
	const words = 'hash=0a1b2c3d4e Admin 17000_abc somebody-else';
	expect(one.hideInText(words)).toBe('hash=[hidden] Admin 17000_abc [hidden]');
	expect(two.hideInText(words)).toBe('hash=0a1b2c3d4e Admin [hidden] somebody-else');
});
