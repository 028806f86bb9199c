/** GetSQQueuesResult of https://voximplant.com/docs/references/httpapi/structure/getsqqueuesresult */
export interface SmartQueue {
	sq_queue_id: number;
	sq_queue_name: string;
	/** Not answered: a list is always one application's. */
	application_id: number;
	agent_selection: string;
	task_selection: string;
	hold_calls_if_inactive_agents: boolean;
	hold_im_if_inactive_agents: boolean;
	description?: string;
	created: string;
	modified: string;
}

/** Names may repeat from one application to the next. */
export const smartQueueRecords = (base: number): SmartQueue[] =>
	['claims', 'renewals', 'night shift', 'claims'].map((sq_queue_name, index) => ({
		sq_queue_id: base + 300 + index,
		sq_queue_name,
		application_id: base + (index === 3 ? 1 : 0),
		agent_selection: 'MOST_QUALIFIED',
		task_selection: 'MAX_PRIORITY',
		hold_calls_if_inactive_agents: index === 2,
		hold_im_if_inactive_agents: true,
		...(index === 0 && { description: 'Claims of the day' }),
		created: '2025-05-06 07:08:09',
		modified: '2026-02-03 04:05:06',
	}));
