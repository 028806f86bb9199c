import { byEmail, byId, byName, byPlainText } from '../../../nodes/shared/paging/keys';
import { INVISIBLE, MAIL_MARKS } from '../../pasted/marks';

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

it.each(INVISIBLE)('what the provider sent with %s is found', (_what, mark) => {
	const marked = `${mark}An${mark}n@example.com${mark}`;
	expect(byEmail('field').of({ field: `<${marked}>` })).toBe('ann@example.com');
	expect(byId('field').of({ field: marked })).toBe('Ann@example.com');
	expect(byPlainText('user name', 'field').of({ field: marked })).toBe('Ann@example.com');
});

it.each(MAIL_MARKS)(
	'an address is found with %s, in the list or in what is looked for',
	(_w, put) => {
		const { of, normalize } = byEmail('field');
		expect(of({ field: put('Ann@Example.com') })).toBe('ann@example.com');
		expect(normalize?.(put('ANN@example.com'))).toBe('ann@example.com');
	},
);

it('each says what it is called', () => {
	expect([byId('a').label, byName('a').label, byEmail('a').label]).toEqual([
		'ID',
		'name',
		'e-mail',
	]);
});
