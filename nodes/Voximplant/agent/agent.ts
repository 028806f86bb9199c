import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { parseOrNothing } from '../../shared/http/exactJson';
import type { Query } from '../../shared/http/connection';
import type { Shapes } from '../../shared/output/shape';
import type { Listing, Page } from '../../shared/paging/listing';
import { idOf, isRecord, record, records, selectSent } from '../../shared/text/json';
import { voximplantListing } from '../voximplant.methods';
import { agentPaging } from './agentPaging';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{
		name: 'Max Simultaneous Conversations',
		value: 'max_simultaneous_conversations',
		description: 'How many chats the agent takes at once',
	},
	{
		name: 'SmartQueue Queues',
		value: 'sq_queues',
		description: 'Bound SmartQueues. Needs the option With Queues.',
	},
	{
		name: 'SmartQueue Skills',
		value: 'sq_skills',
		description: 'Skills and their levels. Needs the option With Skills.',
	},
	{
		name: 'SmartQueue Statuses',
		value: 'sq_statuses',
		description: 'Current statuses for calls and chats. Needs the option With Statuses.',
	},
	{ name: 'User Display Name', value: 'user_display_name', description: 'Name that others see' },
	{ name: 'User ID', value: 'user_id', description: 'The ID of the user who is the agent' },
	{ name: 'User Name', value: 'user_name', description: 'The name to log in with' },
];

const SIMPLIFIED = ['user_id', 'user_name', 'user_display_name', 'max_simultaneous_conversations'];

/** Sent with the options With Queues, With Skills and With Statuses. */
const ASKED_FOR = ['sq_queues', 'sq_skills', 'sq_statuses'];

/** The API calls queues and skills JSON, which may come as text. */
function parsed(value: IDataObject[string]): IDataObject[string] {
	if (typeof value !== 'string') return value;
	return (parseOrNothing(value) as IDataObject[string]) ?? value;
}

function simplify(agent: IDataObject): IDataObject {
	const simplified = selectSent(agent, SIMPLIFIED, ASKED_FOR);
	for (const name of ASKED_FOR) {
		if (name in simplified) simplified[name] = parsed(simplified[name]);
	}
	return simplified;
}

export const agentShapes: Shapes = { fields: rawFields, simplify };

/** The provider's client says that one agent comes, where the method's name says several. */
function pageIn(body: unknown): Page | undefined {
	const result = record(body)?.result;
	const only = isRecord(result) && idOf(result.user_id) !== undefined ? [result] : undefined;
	const found = records(result) ?? only;
	return found && { records: found };
}

/**
 * https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-agents
 *
 * @param start how many records the walk skips
 */
export const agentListing = (query: Query, start = 0): Listing => ({
	...voximplantListing({ what: 'agents', method: 'SQ_GetAgents', id: 'user_id' }, query),
	paging: agentPaging(start),
	page: pageIn,
});
