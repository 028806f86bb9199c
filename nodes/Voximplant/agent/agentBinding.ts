import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import type { Query } from '../../shared/http/connection';
import { notInIncomplete } from '../../shared/operations/lookUp';
import { writeOrLookUp } from '../../shared/operations/unknownOutcome';
import { ANSWER_OUTPUTS, outputOf } from '../../shared/output/shape';
import { nameMode, fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { answerOutput } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { exactNumber, idOf } from '../../shared/text/json';
import { applicationId, applicationIn } from '../application/application';
import { applicationField } from '../application/applicationField';
import { chosenTarget } from '../chosenTarget';
import type { Target } from '../chosenTarget';
import { checkingSmartQueue, smartQueueListing } from '../smartQueue/smartQueue';
import { chosenUser, userField, writeForUser } from '../user/chosenUser';
import { succeeded, writeMethod } from '../voximplant.methods';
import { agentListing } from './agent';

const SMART_QUEUE: Target = {
	parameter: 'queue',
	title: 'SmartQueue',
	noun: 'SmartQueue',
	id: 'sq_queue_id',
	name: 'sq_queue_name',
	search: 'sq_queue_name_template',
	listing: smartQueueListing,
};

const NEXT = "Check 'SmartQueue' and 'User': both must belong to the application.";

/** The fields of *Bind* and *Unbind*. */
export const agentBindingFields = (show: Show): INodeProperties[] => [
	applicationField(show),
	userField(show),
	{
		displayName: SMART_QUEUE.title,
		name: SMART_QUEUE.parameter,
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		typeOptions: { loadOptionsDependsOn: ['application.value'] },
		description:
			'The SmartQueue of the application. Choose from the list, or enter its exact name or an ID.',
		modes: [fromList('searchSmartQueues'), nameMode('e.g. claims'), idMode('e.g. 12345')],
	},
	...answerOutput(show),
	optionsField(show, itemOptions()),
];

/** Whether the agent is bound to the SmartQueue, read afresh. */
async function isBound(item: Item, query: Query): Promise<boolean> {
	let missing: string | undefined;
	for await (const { records, gap } of item.pages(agentListing(query))) {
		if (records.some((agent) => idOf(agent.user_id) === query.user_id)) return true;
		missing = gap;
	}
	if (missing === undefined) return false;
	throw notInIncomplete(item, String(query.user_id), missing);
}

const bindMethods = {
	// The mode adds the SmartQueue to those that the agent has; others would remove them.
	bind: (query: Query) => writeMethod('SQ_BindAgent', { ...query, bind_mode: 'add_queues' }),
	unbind: (query: Query) => writeMethod('SQ_UnbindAgent', query),
};

/**
 * Binds an agent to a SmartQueue, or takes the agent off it.
 * https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-bind-agent
 */
export const bindOrUnbindAgent =
	(bound: boolean): Execute =>
	async (item) => {
		const output = outputOf(item, ANSWER_OUTPUTS);
		const application = applicationIn(item);
		const queueId = chosenTarget(item, SMART_QUEUE, application);
		const user = await chosenUser(item);
		const application_id = await applicationId(item, application);
		const query = { application_id, sq_queue_id: await queueId(), user_id: user.id };
		const call = bindMethods[bound ? 'bind' : 'unbind'](query);
		const write = async () => await item.write(call, succeeded);
		const answer = await writeForUser(user, async () => {
			return await writeOrLookUp(item, {
				write: async () => await checkingSmartQueue(write, NEXT),
				isDone: async () => (await isBound(item, query)) === bound,
				who: user.who,
				done: `${bound ? 'bound to' : 'unbound from'} the SmartQueue`,
			});
		});
		if (output === 'raw' && answer) return [answer];
		return [{ user_id: user.rawId, sq_queue_id: exactNumber(query.sq_queue_id), bound }];
	};
