import {
	setBaseUrl,
	setHeader,
	setUrl,
	type SignedRequest,
	takeHeader,
} from '../../../nodes/shared/auth/signedRequest';

const requestOf = (request: object) => request as SignedRequest;
const baseUrl = { entered: 'https://api.example/v1/', used: 'https://api.example' };

describe('the address of a request', () => {
	it.each([
		['as it is where it is whole', { url: 'https://other.example/x' }, 'https://other.example/x'],
		['behind the base URL', { url: '/users' }, 'https://api.example/users'],
		['behind the base URL, without a slash', { url: 'users' }, 'https://api.example/users'],
		[
			'behind the base URL that is used, where it came as it was entered',
			{ baseURL: ' https://api.example/v1/ ', url: '/users' },
			'https://api.example/users',
		],
		[
			'behind a base URL of its own',
			{ baseURL: 'https://other.example/base/', url: 'users' },
			'https://other.example/base/users',
		],
		['under its older name', { url: undefined, uri: '/users' }, 'https://api.example/users'],
	])('is made whole: %s', (_how, request, url) => {
		const options = requestOf({ sendCredentialsOnCrossOriginRedirect: true, ...request });
		expect(setBaseUrl(options, baseUrl)).toBe(url);
		expect(options.url ?? options.uri).toBe(url);
		expect(options).not.toHaveProperty('baseURL');
		expect(options.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	it.each([{ url: 'http://evil.example/' }, { baseURL: 'http://evil.example', url: '/x' }])(
		'is refused where no key may go: %j',
		(request) => {
			expect(() => setBaseUrl(requestOf(request), baseUrl)).toThrow('The request goes to');
		},
	);

	it.each([
		[{ url: 'a' }, { url: 'b' }],
		[{ uri: 'a' }, { uri: 'b' }],
		[
			{ url: 'a', uri: 'a' },
			{ url: 'b', uri: 'b' },
		],
		[{ baseURL: 'a', url: '' }, { url: 'b' }],
	])('is kept where this kind of request has it: %j', (request, expected) => {
		const options = requestOf({ ...request });
		setUrl(options, 'b');
		expect(options).toEqual(expected);
	});
});

describe('a header', () => {
	it('is set once, whatever the case in which it was there before', () => {
		const options = requestOf({
			headers: { authorization: 'old', AUTHORIZATION: 'older', A: '1' },
		});
		setHeader(options, 'Authorization', 'new');
		expect(options.headers).toEqual({ Authorization: 'new', A: '1' });
	});

	it('is set where there were none', () => {
		const options = requestOf({ url: 'x' });
		setHeader(options, 'A', '1');
		expect(options.headers).toEqual({ A: '1' });
	});

	it('is taken off, whatever its case, and only that one', () => {
		const headers = { 'X-Again': '1', A: '2' };
		const options = requestOf({ headers });
		expect(takeHeader(options, 'x-again')).toBe('1');
		expect(options.headers).toEqual({ A: '2' });
		expect(takeHeader(options, 'x-again')).toBeUndefined();
		expect(headers).toHaveProperty('X-Again');
	});
});
