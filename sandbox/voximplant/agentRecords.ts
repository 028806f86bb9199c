import type { SmartQueue } from './smartQueueRecords';
import type { VoximplantUser } from './userRecords';

export const AGENT_CHANNELS = ['CALL', 'IM'] as const;
/** Of each channel; https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-agents */
export const AGENT_STATUSES = [
	'OFFLINE',
	'ONLINE',
	'READY',
	'IN_SERVICE',
	'AFTER_SERVICE',
	'DND',
] as const;

type Channel = (typeof AGENT_CHANNELS)[number];

/** SmartQueueAgentSkill of the provider's client. */
export interface AgentSkill {
	sq_skill_id: number;
	sq_skill_name: string;
	sq_skill_level: number;
}

/** What SmartQueue knows of a user. That every user of an application is an agent is UNCONFIRMED. */
export interface Agent {
	user_id: VoximplantUser['user_id'];
	max_simultaneous_conversations: number;
	/** Not answered. */
	handle_calls: boolean;
	statuses: Record<Channel, { sq_status_name: string; from_date: string }>;
	queues: SmartQueue[];
	skills: AgentSkill[];
}

const SINCE = '2026-03-02 08:00:00';

const statusAt = (index: number) => ({
	sq_status_name: AGENT_STATUSES[index % AGENT_STATUSES.length] ?? 'OFFLINE',
	from_date: SINCE,
});

/** As a new user starts: SQ_SetAgentInfo says that 5 is the default. */
export const newAgent = (user_id: VoximplantUser['user_id']): Agent => ({
	user_id,
	max_simultaneous_conversations: 5,
	handle_calls: true,
	statuses: { CALL: statusAt(0), IM: statusAt(0) },
	queues: [],
	skills: [],
});

/** Every fifth takes chats alone. All queues are the first application's, as is every user. */
export function agentRecords(
	people: readonly VoximplantUser[],
	base: number,
	queues: readonly SmartQueue[],
): Agent[] {
	const own = queues.filter(({ application_id: id }) => id === base);
	return people.map(({ user_id }, index) => ({
		...newAgent(user_id),
		max_simultaneous_conversations: 3 + (index % 4),
		handle_calls: index % 5 !== 4,
		statuses: { CALL: statusAt(index), IM: statusAt(index + 2) },
		queues: own.filter((_, queue) => index % 3 === queue),
		skills: [
			{ sq_skill_id: base + 400, sq_skill_name: 'claims law', sq_skill_level: 1 + (index % 5) },
		],
	}));
}
