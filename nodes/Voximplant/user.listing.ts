import { after, before, readFilters } from '../shared/filters';
import type { ApiFilter, FilterTable } from '../shared/filters';
import type { Item } from '../shared/item';
import { choiceIn, listIn } from '../shared/parameters';
import type { Query } from '../shared/provider';
import { chosen, flag, shownOf, words } from './voximplant.filters';

const ACD_STATUSES = [
	'OFFLINE',
	'ONLINE',
	'READY',
	'BANNED',
	'IN_SERVICE',
	'AFTER_SERVICE',
	'TIMEOUT',
	'DND',
] as const;
const ORDERS = ['user_id', 'user_name', 'user_display_name'] as const;

/** Lists are joined with semicolons. */
const statuses: ApiFilter = (value) => {
	const chosen = listIn(value, 'ACD Status').map((status) =>
		choiceIn(status, 'ACD Status', ACD_STATUSES),
	);
	return { acd_status: chosen.join(';') };
};

const FILTERS: FilterTable = {
	api: {
		userId: chosen('User', 'user_id'),
		userName: words('User Name', 'user_name'),
		userDisplayName: words('User Display Name', 'user_display_name'),
		userActive: flag('User Active', 'user_active'),
		skillId: chosen('Skill', 'skill_id'),
		excludedSkillId: chosen('Excluded Skill', 'excluded_skill_id'),
		acdQueueId: chosen('ACD Queue', 'acd_queue_id'),
		excludedAcdQueueId: chosen('Excluded ACD Queue', 'excluded_acd_queue_id'),
		acdStatus: statuses,
	},
	node: {
		createdAfter: after('Created After', 'created'),
		createdBefore: before('Created Before', 'created'),
		modifiedAfter: after('Modified After', 'modified'),
		modifiedBefore: before('Modified Before', 'modified'),
	},
};

export const userFilters = (item: Item) => readFilters(item, FILTERS);

const SHOWN: Record<string, ApiFilter> = {
	withSkills: flag('With Skills', 'with_skills'),
	withQueues: flag('With Queues', 'with_queues'),
	showingSkillId: chosen('Showing Skill', 'showing_skill_id'),
	returnLiveBalance: flag('Return Live Balance', 'return_live_balance'),
	orderBy: (value) => ({ order_by: choiceIn(value, 'Order By', ORDERS) }),
};

/** The options that say what GetUsers tells of each user, and in which order. */
export const shownFields = (item: Item): Query => shownOf(item, SHOWN);
