import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { accountOf, scopeOf, type Scope } from '../../../nodes/shared/trigger/scope';
import { node, plainConnection } from '../fakeItem';

const scope: Scope = {
	account: ['Plainly', 'https://plainly.example', 'credential-1'],
	application: { __rl: true, mode: 'list', value: '7', cachedResultName: 'Support' },
	filters: { role: ['admin', 'owner'], createdAfter: '={{ $today }}', team: { a: 1, b: 2 } },
	watched: ['email', 'name'],
};
const same = (changes: Partial<Scope>) => scopeOf({ ...scope, ...changes }) === scopeOf(scope);

describe('the scope of a snapshot', () => {
	it('is a short digest, with nothing of the filters in it', () => {
		expect(scopeOf(scope)).toMatch(/^[\w-]{22}$/);
	});

	it.each<[string, Partial<Scope>]>([
		[
			'filters in another order',
			{
				filters: { team: { b: 2, a: 1 }, createdAfter: '={{ $today }}', role: ['admin', 'owner'] },
			},
		],
		[
			'another cached name',
			{ application: { ...(scope.application as object), cachedResultName: 'x' } },
		],
		['the ID entered instead of chosen', { application: { __rl: true, mode: 'id', value: '7' } }],
		['the ID as a number', { application: { __rl: true, mode: 'id', value: 7 } }],
		['the ID pasted with blanks', { application: { __rl: true, mode: 'id', value: ' 7\n' } }],
	])('is the same with %s', (_what, changes) => {
		expect(same(changes)).toBe(true);
	});

	it.each<[string, Partial<Scope>]>([
		['another account', { account: ['Plainly', 'https://plainly.example', 'credential-2'] }],
		['another application', { application: { __rl: true, mode: 'list', value: '8' } }],
		['a name instead of an ID', { application: { __rl: true, mode: 'name', value: '7' } }],
		['no application', { application: null }],
		['another filter', { filters: {} }],
		[
			'the value of an expression',
			{ filters: { ...(scope.filters as object), createdAfter: '2026-01-01' } },
		],
		[
			'a list in another order',
			{ filters: { ...(scope.filters as object), role: ['owner', 'admin'] } },
		],
		['other watched fields', { watched: ['email'] }],
	])('is another with %s', (_what, changes) => {
		expect(same(changes)).toBe(false);
	});
});

describe('an account', () => {
	const credentials: ICredentialDataDecryptedObject = { apiKey: 'secret-key', owner: 'Acme' };
	const named: INode = { ...node, credentials: { plainlyApi: { id: 'credential-1', name: 'x' } } };

	it('is the base URL and the credential of n8n, and never made from a key', () => {
		const account = accountOf(plainConnection, credentials, named);
		expect(account).toEqual(['Plainly', 'https://plainly.example', 'credential-1']);
		expect(accountOf(plainConnection, { ...credentials, apiKey: 'new' }, named)).toEqual(account);
	});

	it.each([
		node,
		{ ...node, credentials: { plainlyApi: { id: null, name: 'x' } } },
		{ ...node, credentials: { otherApi: { id: '1', name: 'x' } } },
	])('may have no ID in n8n', (without) => {
		expect(accountOf(plainConnection, credentials, without)).toEqual([
			...['Plainly', 'https://plainly.example', ''],
		]);
	});

	it("is the provider's own, where the credential names it", () => {
		const connection = {
			...plainConnection,
			account: ({ owner }: typeof credentials) => String(owner),
		};
		expect(accountOf(connection, credentials, named)).toEqual(['Plainly', 'Acme']);
	});
});
