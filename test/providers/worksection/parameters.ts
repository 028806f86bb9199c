import type { WorksectionSandbox } from '../../../sandbox';
import { by, type OperationParameters } from '../../operations/parameters';

const email = 'nathan.new@example.com';

export const parameters: OperationParameters<WorksectionSandbox> = {
	operations: {
		'contact.create': () => ({ email, name: 'Nathan Smith' }),
		'team.create': () => ({ teamName: 'Marketing' }),
		'user.get': ({ people }) => ({ user: by('list', people[0]?.id) }),
		'user.invite': () => ({
			email,
			additionalFields: {
				firstName: 'Nathan',
				lastName: 'Smith',
				title: 'Agent',
				role: 'guest',
				team: 'Sales',
				department: 'Field',
			},
		}),
		'user.removeFromProjects': ({ people, projects }) => ({
			user: by('list', people[0]?.id),
			projects: 'selected',
			projectIds: [String(projects[0]?.id)],
		}),
	},
	values: { projectIds: ({ projects }) => [projects[1]?.id] },
};
