import type { INodeParameters } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { nameOf, type OperationUnderTest } from './operations';

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: unknown) => ({ __rl: true, mode, value: String(value) });

type Scene = (sandboxes: Sandboxes) => INodeParameters;

const autocallsUser: Scene = ({ autocalls }) => ({ user: by('list', autocalls.people[0]?.id) });
const voximplantUser: Scene = ({ voximplant }) => ({
	user: by('list', voximplant.people[0]?.user_id),
});

const voximplantSkill =
	(index: number): Scene =>
	(sandboxes) => ({
		...voximplantUser(sandboxes),
		skill: by('list', sandboxes.voximplant.skills[index]?.skill_id),
	});

/** The second queue is the first application's, which the user is in. */
const voximplantQueue: Scene = (sandboxes) => ({
	...voximplantUser(sandboxes),
	queue: by('list', sandboxes.voximplant.queues[1]?.acd_queue_id),
});

/** What each operation needs to give a result; a list needs nothing. */
const scenes: Record<string, Scene> = {
	'autocalls.user.createToken': autocallsUser,
	'autocalls.user.get': autocallsUser,
	'autocalls.user.register': () => ({
		name: 'Nathan Smith',
		email: 'nathan.new@example.com',
		password: 'Correct-horse-77',
	}),
	'autocalls.user.transferBalance': (sandboxes) => ({
		...autocallsUser(sandboxes),
		balanceType: 'minutes',
		direction: 'add',
		amount: 1.5,
	}),
	'quo.phoneNumber.get': ({ quo }) => ({ phoneNumber: by('list', quo.phoneNumbers[0]?.id) }),
	'quo.user.get': ({ quo }) => ({ user: by('list', quo.people[0]?.id) }),
	'voximplant.user.bindQueue': voximplantQueue,
	'voximplant.user.bindSkill': voximplantSkill(1),
	'voximplant.user.create': () => ({
		userName: 'nathan-new',
		userDisplayName: 'Nathan Smith',
		userPassword: 'Kept-s3cret!',
	}),
	'voximplant.user.delete': voximplantUser,
	'voximplant.user.get': voximplantUser,
	'voximplant.user.unbindQueue': voximplantQueue,
	'voximplant.user.unbindSkill': voximplantSkill(0),
	'voximplant.user.update': (sandboxes) => ({
		...voximplantUser(sandboxes),
		updateFields: { userDisplayName: 'Nathan Smith' },
	}),
	'worksection.contact.create': () => ({
		email: 'nathan.new@example.com',
		name: 'Nathan Smith',
	}),
	'worksection.team.create': () => ({ teamName: 'Marketing' }),
	'worksection.user.get': ({ worksection }) => ({
		user: by('list', worksection.people[0]?.id),
	}),
	'worksection.user.invite': () => ({
		email: 'nathan.new@example.com',
		additionalFields: {
			firstName: 'Nathan',
			lastName: 'Smith',
			title: 'Agent',
			role: 'guest',
			team: 'Sales',
			department: 'Field',
		},
	}),
};

/** Parameters with which the operation gives a result. */
export function sceneOf(under: OperationUnderTest, sandboxes: Sandboxes): INodeParameters {
	const { node, resource, operation, properties } = under;
	const scene = scenes[nameOf(under)];
	if (!scene && operation.value !== 'getAll') {
		throw new Error(`Add a scene for ${nameOf(under)} to test/operations/scenes.ts.`);
	}
	const [application] = sandboxes.voximplant.applications;
	const inApplication =
		node === 'voximplant' && properties.some(({ name }) => name === 'application');
	return {
		resource,
		operation: String(operation.value),
		...(operation.value === 'getAll' && { returnAll: true }),
		...(inApplication && { application: by('list', application?.application_id) }),
		...scene?.(sandboxes),
	};
}

/** What the sandbox takes for this node. */
export function credentialsFor(node: OperationUnderTest['node'], sandboxes: Sandboxes) {
	return { [`${node}Api`]: sandboxes[node].credentials };
}
