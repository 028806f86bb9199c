import { byEmail, byId, byName } from '../../../nodes/shared/paging/keys';

it.each([
	[7, '7'],
	[' 7 ', '7'],
	['12345678901234567890', '12345678901234567890'],
	['', undefined],
	[null, undefined],
])('the ID and the name of %p are %p', (value, key) => {
	expect(byId('field').of({ field: value })).toBe(key);
	expect(byName('field').of({ field: value })).toBe(key);
});

it('an e-mail address and a name are compared without case, an ID with it', () => {
	const email = byEmail('mail');
	expect(email.of({ mail: ' Ada@Example.com ' })).toBe('ada@example.com');
	expect(email.normalize?.('ADA@example.com')).toBe('ada@example.com');
	expect(email.of({ mail: null })).toBeUndefined();
	expect(byId('id').of({ id: 'USa' })).toBe('USa');
	expect(byName('name').of({ name: 'Zoë\u00a0O’Neil' })).toBe(
		byName('name').normalize?.("ZOË O'NEIL"),
	);
	expect(byName('name').exactly?.({ name: ' Zoë ' })).toBe('Zoë');
});

it('each says what it is called', () => {
	expect([byId('a').label, byName('a').label, byEmail('a').label]).toEqual([
		'ID',
		'name',
		'e-mail',
	]);
});
