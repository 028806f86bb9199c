import { parseList } from '../../server/json';
import type { Account } from '../account';
import { type Agent, AGENT_CHANNELS, AGENT_STATUSES } from '../agentRecords';
import type { Application } from '../applicationRecords';
import { refuse } from '../errors';
import type { Method } from '../method';
import type { Parameters } from '../parameters';
import { isBound, namedApplication } from '../references';
import type { VoximplantSettings } from '../settings';
import { namedSmartQueues, smartQueuesOf } from '../smartQueueReferences';
import type { VoximplantUser } from '../userRecords';
import { pageWithoutTotal } from './page';

interface Known extends Agent {
	user: VoximplantUser;
}

type Test = (agent: Known) => boolean;

/** One of them: that they are not all to be met is UNCONFIRMED. */
function statusTest(sent: Parameters): Test | undefined {
	const asked = sent.text('sq_statuses');
	if (asked === undefined) return undefined;
	const wanted = (parseList(asked) ?? refuse(101)).map((entry) => {
		const { sq_status_type, sq_status_name, ...more } = Object(entry) as Record<string, unknown>;
		const channel = AGENT_CHANNELS.find((each) => each === sq_status_type) ?? refuse(101);
		const status = AGENT_STATUSES.find((each) => each === sq_status_name) ?? refuse(101);
		if (Object.keys(more).length > 0) refuse(101);
		return { channel, status };
	});
	return ({ statuses }) =>
		wanted.some(({ channel, status }) => statuses[channel].sq_status_name === status);
}

function queueTests(account: Account, sent: Parameters, application: Application) {
	const queues = smartQueuesOf(account, application);
	const isFiltered = sent.has('sq_queue_id') || sent.has('sq_queue_name');
	const wanted = isFiltered ? namedSmartQueues(sent, queues) : undefined;
	const id = sent.id('excluded_sq_queue_id', 218);
	const unwanted =
		id === undefined
			? undefined
			: (queues.find(({ sq_queue_id: own }) => String(own) === id) ?? refuse(218));
	return [
		wanted && (({ queues: own }: Known) => own.some((queue) => wanted.includes(queue))),
		unwanted && (({ queues: own }: Known) => !own.includes(unwanted)),
	];
}

function userTests(sent: Parameters): (Test | undefined)[] {
	const ids = sent.list('user_id');
	if (ids?.some((id) => !/^[1-9]\d*$/.test(id))) refuse(117);
	const part = sent.text('user_name_template');
	return [
		ids && (({ user_id: id }) => ids.includes(String(id))),
		part === undefined ? undefined : ({ user }) => user.user_name.includes(part),
	];
}

/**
 * The page calls the parameter required and its example for all agents sends `false`. So here `false`
 * gives everybody, and `true` those who take calls; settings change that.
 */
function callsTest(sent: Parameters, { handleCalls }: VoximplantSettings): Test | undefined {
	const asked = sent.flag('handle_calls') ?? refuse(134);
	if (handleCalls === 'ignored' || (handleCalls === 'atLeast' && !asked)) return undefined;
	return ({ handle_calls: does }) => does === asked;
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-agents */
export const sqGetAgents: Method = (account, sent, settings) => {
	const application = namedApplication(account, sent);
	const tests = [
		callsTest(sent, settings),
		statusTest(sent),
		...queueTests(account, sent, application),
		...userTests(sent),
	].filter((test) => test !== undefined);
	const shown = {
		sq_skills: sent.flag('with_sq_skills', false),
		sq_queues: sent.flag('with_sq_queues', false),
		sq_statuses: sent.flag('with_sq_statuses', false),
	};
	const matching = account.people
		.filter((user) => isBound(user, application))
		.map((user): Known => ({ ...account.agentOf(user.user_id), user }))
		.filter((agent) => tests.every((test) => test(agent)));
	const { result } = pageWithoutTotal(sent, matching, settings);
	// the client's type calls queues and skills JSON, which may be text
	const json = (list: unknown[]) => (settings.agentJson === 'text' ? JSON.stringify(list) : list);
	return {
		result: result.map(({ user, statuses, queues, skills, ...agent }) => ({
			user_id: user.user_id,
			user_name: user.user_name,
			user_display_name: user.user_display_name,
			max_simultaneous_conversations: agent.max_simultaneous_conversations,
			...(shown.sq_statuses && { sq_statuses: [statuses] }),
			...(shown.sq_queues && {
				sq_queues: json(
					queues.map(({ sq_queue_id, sq_queue_name }) => ({ sq_queue_id, sq_queue_name })),
				),
			}),
			...(shown.sq_skills && { sq_skills: json(skills) }),
		})),
	};
};
