import type { INodeParameters } from 'n8n-workflow';
import type { WorksectionSandbox } from '../../../sandbox/worksection/sandbox';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';
import * as is from '../expectations';
import type { OperationCase } from '../fixture';
import { limits, outputs } from '../sharedFields';

/** Each item's user is another one; all are on the first project. */
export function removalOperation(
	sandbox: WorksectionSandbox,
	base: INodeParameters,
): OperationCase {
	const people = sandbox.people.map(({ id, email }) => ({ id, email }));
	const userOf = (serial: number) => defined(people[serial]);
	const { id, name } = defined(sandbox.projects[0]);
	const emails = JSON.stringify(people.map(({ email }) => email));
	return {
		base: {
			...base,
			output: 'simplified',
			user: locator('email', `={{ ${emails}[$json.serial] }}`),
			projects: 'selected',
			projectIds: [id],
		},
		gives: (serial) => [{ ...userOf(serial), removedFrom: [{ id, name }] }],
		writes: (serial) => ({
			action: 'delete_project_members',
			id_project: id,
			members: userOf(serial).email,
		}),
		fields: {
			'user.email': { good: (serial) => userOf(serial).email, expects: is.email() },
			'user.id': {
				good: (serial) => userOf(serial).id,
				expects: is.textRefusedByProvider(/there is no user/),
				looksUp: true,
			},
			projects: { good: () => 'selected', expects: is.choice('all', 'selected') },
			projectIds: { good: () => [id], expects: is.listOf(/digits/) },
			...outputs('email', (serial) => [userOf(serial)]),
			...limits('concurrency'),
		},
	};
}
