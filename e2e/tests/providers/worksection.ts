import type { Sandboxes } from '../../../sandbox';
import type { ProviderTests } from '../providerTest';
import { by, everything, lastOf, pick, someText, withFields } from '../values';

const state = ({ worksection }: Sandboxes) => ({
	people: worksection.people,
	teams: worksection.teams,
	contacts: worksection.contacts,
	projects: worksection.projects,
});

export const tests: ProviderTests<ReturnType<typeof state>> = {
	host: 'youraccount.worksection.com',
	lookUp: {
		mode: 'email',
		values: ({ worksection }) => worksection.people.map(({ email }) => email),
	},
	watched: { id: 'id', text: 'first_name' },
	ids: ({ worksection }) => worksection.people.map(({ id }) => id),
	state,
	operations: {
		'user.getAll': {
			parameters: () => everything,
			expected: ({ worksection }) => withFields(worksection.people, 'id', 'email', 'name'),
		},
		'user.get': {
			parameters: () => ({ user: by('email', '={{ $json.email }}') }),
			items: ({ worksection }) => worksection.people.slice(3, 5).map(({ email }) => ({ email })),
			expected: ({ worksection }) =>
				withFields(worksection.people.slice(3, 5), 'id', 'email', 'name'),
		},
		'user.invite': {
			parameters: () => ({
				email: 'nora@example.com',
				additionalFields: { firstName: 'Nora', title: 'Engineer' },
			}),
			expected: ({ worksection }) => [
				expect.objectContaining({
					...pick(worksection.people.at(-1), 'id'),
					...{ email: 'nora@example.com', title: 'Engineer', invited: true },
				}),
			],
			changes: ({ people }) => ({
				people: [
					...people,
					expect.objectContaining({
						...{ email: 'nora@example.com', first_name: 'Nora' },
						...{ title: 'Engineer', role: 'user' },
					}),
				],
			}),
		},
		'user.removeFromProjects': {
			parameters: () => ({
				user: by('email', '={{ $json.email }}'),
				projects: 'selected',
				projectIds: '={{ $json.projects }}',
			}),
			items: ({ worksection: { people, projects } }) => [
				{ email: String(people[0]?.email), projects: projects.slice(0, 2).map(({ id }) => id) },
			],
			expected: ({ worksection: { people, projects } }) => [
				expect.objectContaining({
					...pick(people[0], 'id', 'email'),
					removedFrom: projects.slice(0, 2).map((project) => pick(project, 'id', 'name')),
				}),
			],
			changes: ({ people, projects }) => ({
				projects: projects.map((project, index) => ({
					...project,
					memberIds: project.memberIds.filter((id) => index > 1 || id !== people[0]?.id),
				})),
			}),
		},
		'team.getAll': {
			parameters: () => everything,
			expected: ({ worksection }) => withFields(worksection.teams, 'id', 'title'),
		},
		'team.create': {
			parameters: () => ({ teamName: 'Night shift' }),
			expected: ({ worksection }) => [
				expect.objectContaining({ id: worksection.teams.at(-1)?.id, title: 'Night shift' }),
			],
			changes: ({ teams }) => ({
				teams: [...teams, { id: someText, title: 'Night shift', type: 'company', client: 0 }],
			}),
		},
		'contact.getAll': {
			parameters: () => everything,
			expected: ({ worksection }) => withFields(worksection.contacts, 'id', 'name'),
		},
		'contact.create': {
			parameters: () => ({ email: 'nora@example.com', name: 'Nora Nilsen' }),
			expected: ({ worksection }) => [
				expect.objectContaining({
					id: worksection.contacts.at(-1)?.id,
					...{ email: 'nora@example.com', created: true },
				}),
			],
			changes: ({ contacts }) => ({
				contacts: [
					...contacts,
					expect.objectContaining({ email: 'nora@example.com', name: 'Nora Nilsen' }),
				],
			}),
		},
	},
	lists: {
		searchDepartments: {
			last: ({ worksection }) =>
				lastOf(
					worksection.people.filter(({ department }) => department !== ''),
					'department',
					'department',
				),
		},
		searchFolders: { last: ({ worksection }) => lastOf(worksection.contacts, 'group', 'group') },
		searchTeams: { last: ({ worksection }) => lastOf(worksection.teams, 'title', 'title') },
		searchUsers: { last: ({ worksection }) => lastOf(worksection.people, 'email', 'id') },
	},
	firstWorkflow: {
		searches: ['worksection', 'Work Section'],
		actions: ['Get user', 'Get many users', 'Invite user', 'Remove user from projects'],
		fields: ['accountUrl', 'apiKey'],
		reason:
			'Worksection answered 2: Action hash is missed or invalid. The API Key is not that of this account: copy it again from Account → API.',
		columns: ['id', 'name', 'email', 'role', 'title', 'group', 'department', 'phone'],
	},
};
