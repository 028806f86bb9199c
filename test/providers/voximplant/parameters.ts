import type { VoximplantSandbox } from '../../../sandbox';
import { by, type OperationParameters } from '../../operations/parameters';

const application = ({ applications }: VoximplantSandbox) => ({
	application: by('list', applications[0]?.application_id),
});

const user = (sandbox: VoximplantSandbox) => ({
	...application(sandbox),
	user: by('list', sandbox.people[0]?.user_id),
});

/** The second queue is the first application's, which the user is in. */
const queue = (sandbox: VoximplantSandbox) => ({
	...user(sandbox),
	queue: by('list', sandbox.queues[1]?.acd_queue_id),
});

const skill = (index: number) => (sandbox: VoximplantSandbox) => ({
	...user(sandbox),
	skill: by('list', sandbox.skills[index]?.skill_id),
});

const queueId = ({ queues }: VoximplantSandbox) => queues[0]?.acd_queue_id;
const skillId = ({ skills }: VoximplantSandbox) => skills[0]?.skill_id;

/** The second SmartQueue, of which the first user is no agent. */
const smartQueue = (sandbox: VoximplantSandbox) => ({
	...user(sandbox),
	queue: by('list', sandbox.smartQueues[1]?.sq_queue_id),
});

const smartQueueId = ({ smartQueues }: VoximplantSandbox) => smartQueues[0]?.sq_queue_id;

export const parameters: OperationParameters<VoximplantSandbox> = {
	operations: {
		'agent.bind': smartQueue,
		'agent.getAll': application,
		'agent.unbind': smartQueue,
		'subUser.delete': ({ subUsers }) => ({ subUser: by('list', subUsers[1]?.subuser_id) }),
		'user.bindQueue': queue,
		'user.bindSkill': skill(1),
		'user.create': (sandbox) => ({
			...application(sandbox),
			userName: 'nathan-new',
			userDisplayName: 'Nathan Smith',
			userPassword: 'Kept-s3cret!',
		}),
		'user.delete': user,
		'user.get': user,
		'user.getAll': application,
		'user.unbindQueue': queue,
		'user.unbindSkill': skill(0),
		'user.update': (sandbox) => ({
			...user(sandbox),
			updateFields: { userDisplayName: 'Nathan Smith' },
		}),
	},
	values: {
		acdQueueId: queueId,
		applicationId: ({ applications }) => applications[0]?.application_id,
		excludedAcdQueueId: queueId,
		excludedQueueId: smartQueueId,
		excludedSkillId: skillId,
		mobilePhone: () => '15551234567',
		queueId: smartQueueId,
		newUserName: () => 'nathan-renamed',
		showingSkillId: skillId,
		skillId,
		userId: ({ people }) => people[2]?.user_id,
		userName: () => 'nathan-other',
		userPassword: () => 'An0ther-s3cret!',
	},
};
