import { HIDDEN, redactData, redactText, secretPatterns } from '../../../nodes/shared/http/redact';

const key = 'q7+Z/k"ey\\9=';
const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ\nAbCd\n-----END PRIVATE KEY-----';

const patterns = secretPatterns();
const inText = (text: string, secrets: string[] = [], looks = patterns) =>
	redactText(text, secrets, looks);

describe('a message', () => {
	it.each([
		['plain', key],
		['inside JSON', JSON.stringify({ key })],
		['inside a text inside JSON', JSON.stringify({ message: `the key ${key} is bad` })],
		['inside a URL', `https://a.example/?key=${encodeURIComponent(key)}&b=1`],
		['more than once', `${key} and ${key}`],
	])('holds no known secret, %s', (_where, text) => {
		const shown = inText(`Refused: ${text}.`, [key]);
		expect(shown).toContain(HIDDEN);
		expect(shown).not.toContain('q7');
		expect(shown).toMatch(/^Refused: .*\.$/);
	});

	it('holds no secret with blanks as a form would send it', () => {
		expect(inText('password=my+secret+word&x=1', ['my secret word'])).toBe(
			`password=${HIDDEN}&x=1`,
		);
	});

	it('holds nothing of a long secret that begins with a short one', () => {
		expect(inText('key admin-9f8e7d6c was refused', ['admin', 'admin-9f8e7d6c'])).toBe(
			`key ${HIDDEN} was refused`,
		);
	});

	it.each([
		['a PEM block', `key: ${pem} is bad`, `key: ${HIDDEN} is bad`],
		['a PEM block that is cut off', pem.slice(0, 40), HIDDEN],
		['a JWT', 'token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjF9.c2ln bad', `token ${HIDDEN} bad`],
		['a JWT without signature', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjF9.', HIDDEN],
		['a bearer key', 'Authorization: Bearer 2|abcdef12', `Authorization: Bearer ${HIDDEN}`],
		['a bearer key that begins with a letter', 'Bearer abcdef12 is bad', `Bearer ${HIDDEN} is bad`],
	])('holds nothing that looks like %s', (_what, text, shown) => {
		expect(inText(text)).toBe(shown);
	});

	it.each([
		'Bearer authentication is required.',
		'Bearer token',
		'User eyJ is unknown.',
		'Wrong key.',
	])('keeps words that only resemble secrets: %s', (text) => {
		expect(inText(text)).toBe(text);
	});

	it('keeps words that happen to hold a very short secret', () => {
		expect(inText('the user is there', ['the', ''])).toBe('the user is there');
		expect(inText('the user is here', ['here'])).toBe(`the user is ${HIDDEN}`);
	});
});

describe("a provider's own signature", () => {
	const looks = secretPatterns({ query: ['hash', 'x-sig'], schemes: ['Admin', 'Key+Time'] });

	it.each([
		['in a query', '?page=1&hash=0A1b2c3d4e5f6789&x', `?page=1&hash=${HIDDEN}&x`],
		['in a query, encoded', 'x-sig=aB%2F%3d-_~.9 is bad', `x-sig=${HIDDEN} is bad`],
		['in a query, whatever its case', 'HASH=0a1b2c3d4e', `HASH=${HIDDEN}`],
		['in a header', 'Admin 1700000000_0a1b2c3d4e5f', `Admin ${HIDDEN}`],
		['behind a word with signs in it', 'Key+Time 17000_abc', `Key+Time ${HIDDEN}`],
		['beside that of all providers', 'Bearer 2|abcdef12', `Bearer ${HIDDEN}`],
	])('is hidden %s', (_where, text, shown) => {
		expect(inText(text, [], looks)).toBe(shown);
	});

	it.each([
		'Admin privileges are required.',
		'Admin permissions-required.',
		'The hash= parameter is missing.',
		'hash=short',
		'rehash=0a1b2c3d4e5f',
		'KeyyTime 17000_abc',
	])('is not seen in words that only resemble it: %s', (text) => {
		expect(inText(text, [], looks)).toBe(text);
	});

	it('is nothing to other providers', () => {
		const text = 'Admin 1700000000_0a1b2c3d4e5f hash=0a1b2c3d4e5f';
		expect(inText(text)).toBe(text);
		expect(inText(text, [], secretPatterns({ query: ['sig'] }))).toBe(text);
	});
});

describe('data', () => {
	const redact = (body: unknown, secrets: string[]) =>
		redactData(body, JSON.stringify(body), secrets);

	it('holds no known secret, however deep, as a value or within one', () => {
		const body = { a: [{ b: `x${key}y` }, key], c: { d: encodeURIComponent(key) } };
		expect(redact(body, [key])).toEqual({
			a: [{ b: `x${HIDDEN}y` }, HIDDEN],
			c: { d: HIDDEN },
		});
	});

	it('holds none of several secrets, also where only one of them is there', () => {
		for (const secrets of [
			[key, 'another-secret'],
			['another-secret', key],
		]) {
			expect(redact({ echo: key }, secrets)).toEqual({ echo: HIDDEN });
		}
	});

	it('holds no known secret as a name', () => {
		expect(redact({ [key]: { [key]: 1 } }, [key])).toEqual({ [HIDDEN]: { [HIDDEN]: 1 } });
	});

	it.each([
		['alone', (line: string) => line],
		['with other characters right before and after it', (line: string) => `a${line}b`],
		['in a URL', encodeURIComponent],
		['among other words', (line: string) => `the line ${line}, it said`],
	])('holds no line of a private key, %s', (_where, wrapped) => {
		const line = `${'Ab+/9'.repeat(12)}xyz=`;
		const shown = redact([{ name: 'Ann' }, { echo: wrapped(line) }], [pem, 'Qw'.repeat(32), line]);
		expect(shown).toEqual([
			{ name: 'Ann' },
			{ echo: wrapped(line).replace(/Ab.*xyz(=|%3D)/, HIDDEN) },
		]);
	});

	it('stays as it is otherwise, also what looks like a secret', () => {
		const body = { id: 12345678, name: 'Bearer 2|abcdef12', list: [{ a: null, b: [] }] };
		expect(redact(body, ['other-secret'])).toBe(body);
		expect(redact({ ...body, token: pem }, ['other-secret'])).toEqual({ ...body, token: pem });
	});

	it.each([
		['quotes', '{"note":"{\\"crm\\":1}"}'],
		['slashes', '{"avatar":"https:\\/\\/example.com\\/a%20b.png"}'],
		['letters', '{"name":"\\u041e\\u043b\\u0435\\u043d\\u0430"}'],
	])('is not copied for the sake of escaped %s alone', (_what, text) => {
		const body: unknown = JSON.parse(text);
		expect(redactData(body, text, ['other-secret', 'an "other" secret'])).toBe(body);
	});

	it.each([
		['in a URL', 'https://example.com/?key=a%20b%2Fc-secret'],
		['in a form', 'key=a+b%2Fc-secret&x=1'],
		['in JSON inside of it', '{"key":"a b/c-secret"}'],
	])('holds no known secret that stands %s', (_where, value) => {
		const shown = redact({ value, name: '"Ann"' }, ['a b/c-secret']);
		expect(JSON.stringify(shown)).not.toMatch(/c-secret/);
		expect(shown).toMatchObject({ name: '"Ann"' });
	});

	it('keeps numbers, also where a password is such a number', () => {
		const body = { id: 12345678, balance: 123456789, name: 'pass 12345678', ok: true, no: null };
		expect(redact(body, ['12345678'])).toEqual({ ...body, name: `pass ${HIDDEN}` });
	});

	it('keeps values that hold a secret too short to be told from a word', () => {
		expect(redact({ name: 'Ann Secret' }, ['Secret'])).toEqual({ name: 'Ann Secret' });
	});

	it.each([
		['as PHP writes slashes', 'aB3/dE6/gH9', '"aB3\\/dE6\\/gH9"'],
		['as PHP writes letters', 'pässwört-9', '"p\\u00e4ssw\\u00f6rt-9"'],
		['as Go writes signs', 'a<b>&c-secret', '"a\\u003cb\\u003e\\u0026c-secret"'],
		['in capital escapes', 'pässwört-9', '"p\\u00E4ssw\\u00F6rt-9"'],
	])('holds no known secret that came %s', (_how, secret, text) => {
		expect(JSON.parse(text)).toBe(secret);
		expect(redactData({ echo: JSON.parse(text) as string }, `{"echo":${text}}`, [secret])).toEqual({
			echo: HIDDEN,
		});
	});
});
