import type { Call } from '../../../nodes/shared/http/connection';
import { Passwords } from '../../../nodes/shared/http/passwords';

const PASSWORD = 'Kept-s3cret & "9"';

const call = (json: Call['json'], more: Partial<Call> = {}): Call => ({
	method: 'POST',
	path: '/users',
	...(json && { json }),
	passwords: ['password'],
	...more,
});

const hide = (sent: Call, body: unknown) => new Passwords(sent).hideInData(body);

it.each([
	['as it is', PASSWORD],
	['as in JSON', JSON.stringify(PASSWORD).slice(1, -1)],
	['as in a URL', encodeURIComponent(PASSWORD)],
	['as in a form', encodeURIComponent(PASSWORD).replace(/%20/g, '+')],
])('a password that is a whole value is hidden wherever it stands, %s', (_what, value) => {
	const body = { password: value, user: { secret: value, all: [value, { x: value }] }, id: 7 };
	expect(hide(call({ password: PASSWORD, name: 'Ann' }), body)).toEqual({
		password: '[hidden]',
		user: { secret: '[hidden]', all: ['[hidden]', { x: '[hidden]' }] },
		id: 7,
	});
});

it.each([
	['is a part of the e-mail', 'example1', 'ann@example1.com', 'Ann'],
	['is a part of the name', 'Smith2024', 'ann@example.com', 'Ann Smith2024'],
	['is the local part', 'ann.smith', 'ann.smith@example.com', 'Ann'],
	['is the e-mail', 'ann@example.com', 'ann@example.com', 'Ann'],
	['is the e-mail in other case', 'ann@example.com', 'Ann@Example.com', 'Ann'],
	['is the name', 'Ann Smith', 'ann@example.com', 'Ann Smith'],
	['is a name of the answer', 'password', 'ann@example.com', 'Ann'],
])('a password that %s leaves the other values as they are', (_what, password, email, name) => {
	const body = { id: 7, email: email.toLowerCase(), name, note: `${name}, ${email}` };
	expect(hide(call({ password, email, name }), body)).toEqual(body);
	expect(hide(call({ password, email, name }), { ...body, password })).toEqual({
		...body,
		password: '[hidden]',
	});
});

it('is found in a form and in a query, too', () => {
	for (const where of ['form', 'query'] as const) {
		const sent = call(undefined, { [where]: { password: PASSWORD, name: 'Ann' } });
		expect(hide(sent, [PASSWORD])).toEqual(['[hidden]']);
		expect(new Passwords(sent).values).toEqual([PASSWORD]);
	}
});

it('without a password, the body is the same one', () => {
	const body = { password: PASSWORD };
	expect(hide({ method: 'POST', path: '/', json: { name: PASSWORD } }, body)).toBe(body);
	expect(hide(call({ name: 'Ann' }), body)).toBe(body);
});
