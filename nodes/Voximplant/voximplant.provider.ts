import type { Provider } from '../shared/execution/provider';
import { agentOperations } from './agent/agent.resource';
import { applicationOperations } from './application/application.resource';
import { queueOperations } from './queue/queue.resource';
import { skillOperations } from './skill/skill.resource';
import { subUserOperations } from './subUser/subUser.resource';
import { voximplantUsers } from './user/user';
import { userOperations } from './user/user.resource';
import { voximplantConnection } from './voximplant.connection';

export const voximplant: Provider = {
	name: 'voximplant',
	connection: voximplantConnection,
	users: voximplantUsers,
	resources: {
		agent: agentOperations,
		application: applicationOperations,
		queue: queueOperations,
		skill: skillOperations,
		subUser: subUserOperations,
		user: userOperations,
	},
};
