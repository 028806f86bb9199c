import { BlockList } from 'node:net';
import fc from 'fast-check';
import { assertSendable, readBaseUrl } from '../../../nodes/shared/auth/baseUrl';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
const isThisMachine = (host: string) =>
	host === 'localhost' || host === '[::1]' || loopback.check(host);

const messageOf = (act: () => unknown): string => {
	try {
		act();
	} catch (error) {
		expect(error).toHaveProperty('name', 'CredentialError');
		return (error as Error).message;
	}
	throw new Error('It was accepted.');
};

describe('a base URL is accepted and tidied', () => {
	it.each([
		['https://app.autocalls.ai/api', 'https://app.autocalls.ai/api'],
		['  https://app.autocalls.ai/api/// \n', 'https://app.autocalls.ai/api'],
		['\ufeffhttps://api.quo.com\u200b', 'https://api.quo.com'],
		['HTTPS://API.Quo.com', 'https://api.quo.com'],
		['https://api.quo.com:443', 'https://api.quo.com'],
		['https://api.quo.com:8443/x', 'https://api.quo.com:8443/x'],
		['https://bücher.example/api', 'https://xn--bcher-kva.example/api'],
		['http://localhost:3000/api/', 'http://localhost:3000/api'],
		['http://LOCALHOST:3000', 'http://localhost:3000'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['http://127.255.3.4', 'http://127.255.3.4'],
		['http://127.0.10.200', 'http://127.0.10.200'],
		['http://127.1', 'http://127.0.0.1'],
		['http://2130706433', 'http://127.0.0.1'],
		['http://[::1]:80', 'http://[::1]'],
		['http://[0:0:0:0:0:0:0:1]:8080', 'http://[::1]:8080'],
	])('%j is %s', (entered, meant) => {
		expect(readBaseUrl(entered, 'Base URL')).toBe(meant);
	});
});

describe('a base URL is refused, in words that name the field', () => {
	it.each([
		['http://api.quo.com', 'unencrypted'],
		['http://127.0.0.1.evil.com', 'unencrypted'],
		['http://localhost.evil.com', 'unencrypted'],
		['http://localhost.', 'unencrypted'],
		['http://128.0.0.1', 'unencrypted'],
		['http://0.0.0.0', 'unencrypted'],
		['http://[::2]', 'unencrypted'],
		['http://[::ffff:127.0.0.1]', 'unencrypted'],
		['http://192.168.1.4', 'unencrypted'],
		['http://localhost@evil.com', 'user name or password'],
		['http://127.0.0.1@evil.com', 'user name or password'],
		['https://user@api.quo.com', 'user name or password'],
		['https://:pw@api.quo.com', 'user name or password'],
		['ftp://api.quo.com', 'ftp:'],
		['file:///etc/passwd', 'not a URL'],
		['javascript:alert(1)', 'not a URL'],
		['localhost:3000', 'not a URL'],
		['api.quo.com', 'not a URL'],
		['https://', 'not a URL'],
		['//api.quo.com', 'not a URL'],
		['https://api.quo.com?x=1', '? or #'],
		['https://api.quo.com/#a', '? or #'],
		['', 'empty'],
		['   ', 'empty'],
	])('%j: %s', (entered, reason) => {
		const message = messageOf(() => readBaseUrl(entered, 'Base URL'));
		expect(message).toContain('"Base URL"');
		expect(message).toContain(reason);
		expect(message).toContain('https://');
	});

	it.each([[undefined], [null], [true], [{ href: 'https://api.quo.com' }]])(
		'%j, which is no text',
		(entered) => {
			expect(messageOf(() => readBaseUrl(entered, 'Base URL'))).toContain('empty');
		},
	);

	it('says what was entered', () => {
		expect(messageOf(() => readBaseUrl('http://api.quo.com/v1', 'Base URL'))).toContain(
			'"http://api.quo.com/v1"',
		);
	});

	it.each([
		'https://owner:s3cr?et#pw@api.quo.com',
		'https://s3cr?et#pw@api.quo.com',
		'htps:/owner:s3cr?et#pw@api.quo.com',
		'https://a:b@s3cr?et#pw@api.quo.com',
		'http://api.quo.com/?key=s3cr?et#pw',
	])('never repeats what is secret in %s', (entered) => {
		const message = messageOf(() => readBaseUrl(entered, 'Base URL'));
		expect(message).not.toMatch(/s3cr|#pw|owner/);
	});

	it.each([
		'2|nhT5kq0dKJ4mWcS1Vg7yZpXbL3rQeA8u',
		'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOjEyMzQ1Njc4OTB9aaaaaaaa.c2lnbmF0dXJlc2lnbmF0dXJlc2ln',
	])('never repeats a key that was pasted into the wrong field', (key) => {
		const message = messageOf(() => readBaseUrl(key, 'Base URL'));
		expect(message).not.toContain(key.slice(0, 24));
	});
});

describe('what was entered is shown', () => {
	it.each([
		['without a user and a password', 'http://user:pw@api.quo.com', '"http://…@api.quo.com"'],
		['without them where no scheme is', 'user:p@w@api.quo.com/v1', '"…@api.quo.com/v1"'],
		['without them over several lines', 'http://us\ner@api.quo.com', '"http://…@api.quo.com"'],
		['without its query', 'http://api.quo.com/x?a=1#b', '"http://api.quo.com/x"'],
		['without what follows a #', 'http://api.quo.com/x#a\nb', '"http://api.quo.com/x"'],
		['as it is where it is short', 'a'.repeat(24), `"${'a'.repeat(24)}"`],
		['as its length where it may be a key', 'a'.repeat(25), 'a text of 25 characters'],
		['without what may be a key', `api.quo.com/${'k'.repeat(32)}/x`, '"api.quo.com/…/x"'],
		['with a long name', `api.quo.com/${'k'.repeat(31)}`, `"api.quo.com/${'k'.repeat(31)}"`],
		['on one line', 'a.b \n "c"', '"a.b c "'],
		['whole up to 100 characters', `a.b/${'c/'.repeat(48)}`, `"a.b/${'c/'.repeat(48)}"`],
		['cut off after that', `a.b/${'c/'.repeat(48)}d`, `"a.b/${'c/'.repeat(48)}…"`],
	])('%s', (_what, entered, shown) => {
		const message = messageOf(() => readBaseUrl(entered, 'Base URL'));
		expect(message).toContain(`"Base URL" is ${shown}, which`);
	});
});

describe('the address of a whole request', () => {
	it('may have a query', () => {
		expect(() => assertSendable('https://api.quo.com/v1/users?maxResults=1#x')).not.toThrow();
		expect(() => assertSendable('http://127.0.0.1:8080/?a=b')).not.toThrow();
	});

	it.each(['http://api.quo.com/v1', 'https://a:b@api.quo.com/', '//api.quo.com', '/v1/users', ''])(
		'%j is refused',
		(url) => {
			expect(messageOf(() => assertSendable(url))).toContain('The request goes to');
		},
	);

	it('is shown without its query', () => {
		const message = messageOf(() => assertSendable('http://api.quo.com/v1?token=s3cret'));
		expect(message).toContain('http://api.quo.com/v1');
		expect(message).not.toContain('s3cret');
	});

	it('goes nowhere but to https or this machine, whatever is tried', () => {
		const host = fc.constantFrom('localhost', '127.0.0.1', 'evil.com', '[::1]', 'a.b', '127.1');
		const part = fc.constantFrom('', '/', '@', ':', '.', '\\', '?', '#', '%00', '\t', 'a@', '//');
		const scheme = fc.constantFrom('http://', 'https://', 'http:', 'HTTP:/\\', 'ws://', '');
		fc.assert(
			fc.property(fc.tuple(scheme, part, host, part, host, part), (parts) => {
				const text = parts.join('');
				try {
					assertSendable(text);
				} catch {
					return;
				}
				const { protocol, hostname, username, password } = new URL(text);
				expect(username + password).toBe('');
				if (protocol !== 'https:') {
					expect(protocol).toBe('http:');
					expect(isThisMachine(hostname)).toBe(true);
				}
			}),
			{ numRuns: 3000 },
		);
	});
});
