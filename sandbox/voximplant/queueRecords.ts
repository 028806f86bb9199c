import type { Skill } from './skillRecords';

/** A queue as a user's binding shows it. */
export interface BoundQueue {
	acd_queue_id: number;
	acd_queue_name: string;
	auto_link: boolean;
}

/** QueueInfoType of https://voximplant.com/docs/references/httpapi/queueinfotype */
export interface Queue {
	acd_queue_id: number;
	acd_queue_name: string;
	application_id: number;
	acd_queue_priority: number;
	service_probability: number;
	auto_binding: boolean;
	max_waiting_time?: number;
	max_queue_size?: number;
	average_service_time?: number;
	created: string;
	modified: string;
	sl_thresholds?: number[];
	/** Answered with `with_skills` only. */
	skills: Skill[];
}

/** The first queue belongs to the second application; every third user is bound to it. */
export const queueRecords = (base: number, skills: readonly Skill[]): Queue[] =>
	['first-line', 'second-line', 'night'].map((acd_queue_name, index) => ({
		acd_queue_id: base + 200 + index,
		acd_queue_name,
		application_id: base + (index === 0 ? 1 : 0),
		acd_queue_priority: 100 - index,
		service_probability: 1,
		auto_binding: index !== 1,
		...(index === 0 && { max_waiting_time: 5, max_queue_size: 40, sl_thresholds: [5, 10, 20] }),
		...(index === 1 && { average_service_time: 180 }),
		created: '2024-05-06 07:08:09',
		modified: '2026-02-03 04:05:06',
		skills: skills.filter((_, skill) => skill % 3 === index),
	}));

/** As https://voximplant.com/docs/references/httpapi/acdqueueoperatorinfotype has it. */
export const bound = ({ acd_queue_id, acd_queue_name, auto_binding }: Queue): BoundQueue => ({
	acd_queue_id,
	acd_queue_name,
	auto_link: auto_binding,
});
