import type { Sandboxes } from '../../../sandbox';
import type { ProviderTests } from '../providerTest';
import { by, everything, lastOf, pick, someText, thirdChanged } from '../values';

const state = ({ autocalls }: Sandboxes) => ({
	people: autocalls.people,
	adminMinutes: autocalls.adminMinutes,
	tokens: autocalls.tokens,
});

const registered = ['nora@example.com', 'nils@example.com'];
const third = ({ autocalls }: Sandboxes) => by('id', String(autocalls.people[2]?.id));

export const tests: ProviderTests<ReturnType<typeof state>> = {
	host: 'app.autocalls.ai',
	lookUp: { mode: 'email', values: ({ autocalls }) => autocalls.people.map(({ email }) => email) },
	watched: { id: 'id', text: 'name' },
	ids: ({ autocalls }) => autocalls.people.map(({ id }) => String(id)),
	state,
	operations: {
		'user.getAll': {
			parameters: () => everything,
			expected: ({ autocalls }) => autocalls.people,
		},
		'user.get': {
			parameters: () => ({ user: by('email', '={{ $json.email }}'), output: 'raw' }),
			items: ({ autocalls }) => autocalls.people.slice(3, 5).map(({ email }) => ({ email })),
			expected: ({ autocalls }) => autocalls.people.slice(3, 5),
		},
		'user.register': {
			parameters: () => ({ name: 'Nora', email: '={{ $json.email }}', password: 'Kept-s3cret!' }),
			items: () => registered.map((email) => ({ email })),
			expected: ({ autocalls }) =>
				autocalls.people.slice(-2).map(({ id, email }, index) => ({
					...{ id, name: 'Nora', email, created: true },
					token: autocalls.tokens.slice(-2)[index]?.token,
				})),
			changes: ({ people, tokens }) => ({
				people: [
					...people,
					...registered.map((email) => ({
						...{ id: expect.any(Number) as unknown, name: 'Nora', email },
						...{ minutes_balance: 0, credits_balance: 0, created_at: someText },
					})),
				],
				tokens: [...tokens, ...registered.map((email) => ({ token: someText, email }))],
			}),
		},
		'user.transferBalance': {
			parameters: (sandboxes) => ({
				...{ user: third(sandboxes), balanceType: 'minutes', direction: 'add', amount: 12.5 },
			}),
			expected: (_, { people, adminMinutes }) => [
				{
					...pick(people[2], 'id', 'name', 'email', 'credits_balance'),
					minutes_balance: Number(people[2]?.minutes_balance) + 12.5,
					...{ balanceType: 'minutes', direction: 'add', amount: 12.5 },
					your_minutes: adminMinutes - 12.5,
				},
			],
			changes: ({ people, adminMinutes }) => ({
				people: thirdChanged(people, ({ minutes_balance: minutes }) => ({
					minutes_balance: minutes + 12.5,
				})),
				adminMinutes: adminMinutes - 12.5,
			}),
		},
		'user.createToken': {
			parameters: (sandboxes) => ({ user: third(sandboxes), tokenName: 'CRM sync' }),
			expected: ({ autocalls }) => [
				{
					...pick(autocalls.people[2], 'id', 'name', 'email'),
					token: autocalls.tokens.at(-1)?.token,
					token_name: 'CRM sync',
				},
			],
			changes: ({ people, tokens }) => ({
				tokens: [...tokens, { token: someText, email: people[2]?.email }],
			}),
		},
	},
	lists: { searchUsers: { last: ({ autocalls }) => lastOf(autocalls.people, 'email', 'id') } },
	firstWorkflow: {
		searches: ['autocalls', 'Autocalls.ai', 'White Label'],
		actions: ['Create token for user', 'Get user', 'Get many users', 'Register user'],
		fields: ['apiKey', 'baseUrl'],
		reason:
			'401 Unauthorized: Autocalls doesn’t know this API key, or a proxy or firewall refused the request. Create a key under API keys in Autocalls and paste it whole.',
		columns: ['id', 'name', 'email', 'minutes_balance', 'credits_balance', 'created_at'],
	},
};
