import type { Sandboxes } from '../../../sandbox';
import type { ProviderTests } from '../providerTest';
import { by, everything, lastOf, withFields } from '../values';

const state = ({ quo }: Sandboxes) => ({ people: quo.people, phoneNumbers: quo.phoneNumbers });

export const tests: ProviderTests<ReturnType<typeof state>> = {
	host: 'api.openphone.com',
	lookUp: { mode: 'email', values: ({ quo }) => quo.people.map(({ email }) => email ?? '') },
	watched: { id: 'id', text: 'firstName' },
	ids: ({ quo }) => quo.people.map(({ id }) => id),
	state,
	operations: {
		'user.getAll': {
			parameters: () => everything,
			expected: ({ quo }) => quo.people,
		},
		'user.get': {
			parameters: () => ({ user: by('id', '={{ $json.id }}'), output: 'raw' }),
			items: ({ quo }) => quo.people.slice(3, 5).map(({ id }) => ({ id })),
			expected: ({ quo }) => quo.people.slice(3, 5),
		},
		'phoneNumber.getAll': {
			parameters: () => everything,
			expected: ({ quo }) => withFields(quo.phoneNumbers, 'id', 'number'),
		},
		'phoneNumber.get': {
			parameters: () => ({ phoneNumber: by('id', '={{ $json.id }}'), output: 'raw' }),
			items: ({ quo }) => quo.phoneNumbers.slice(0, 2).map(({ id }) => ({ id })),
			expected: ({ quo }) => withFields(quo.phoneNumbers.slice(0, 2), 'id', 'number'),
		},
	},
	lists: {
		searchUsers: { last: ({ quo }) => lastOf(quo.people, 'email', 'id') },
		searchPhoneNumbers: { last: ({ quo }) => lastOf(quo.phoneNumbers, 'number', 'id') },
	},
	firstWorkflow: {
		searches: ['quo', 'OpenPhone', 'Open Phone'],
		actions: ['Get user', 'Get many users'],
		fields: ['apiKey', 'baseUrl'],
		reason:
			'401 Unauthorized: Quo doesn’t know this API key, or a proxy or firewall refused the request. Generate a key under Workspace settings → API in Quo and paste it whole.',
		columns: ['id', 'firstName', 'lastName', 'email', 'role', 'pictureUrl'],
	},
};
