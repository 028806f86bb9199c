import type { Person } from '../people';
import type { Application } from './applicationRecords';
import { asDateTime } from './dateTime';
import { bound, type BoundQueue, type Queue } from './queueRecords';
import type { Skill } from './skillRecords';

/** UserInfoType of https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export interface VoximplantUser {
	/** A string of digits is written as a bare number. */
	user_id: number | string;
	user_name: string;
	user_display_name: string;
	user_active: boolean;
	parent_accounting: boolean;
	live_balance: number;
	/** As answered by default: the alias of `live_balance`. */
	balance: number;
	fixed_balance: number;
	user_custom_data?: string;
	applications: Application[];
	/** Answered with `with_skills` only. */
	skills: Skill[];
	/** Answered with `with_queues` only. */
	acd_queues: BoundQueue[];
	acd_status: string;
	acd_status_change_time: string;
	created: string;
	modified: string;
	frozen: boolean;
}

export const ACD_STATUSES = [
	'OFFLINE',
	'ONLINE',
	'READY',
	'BANNED',
	'IN_SERVICE',
	'AFTER_SERVICE',
	'TIMEOUT',
	'DND',
] as const;

const money = ({ random }: Person): number => random.between(0, 999999) / 10000;

interface BoundTo {
	accountId: number;
	applications: Application[];
	skills: Skill[];
	queues: Queue[];
}

export function userRecord(person: Person, account: BoundTo): VoximplantUser {
	const { index } = person;
	const live = money(person);
	const isInSecond = index % 3 === 0;
	const custom = { user_custom_data: JSON.stringify({ crm: index + 1 }) };
	return {
		user_id: account.accountId * 1000 + index * 7 + 1,
		user_name: person.slug,
		user_display_name: person.fullName,
		user_active: index % 10 !== 9,
		parent_accounting: index % 4 !== 0,
		live_balance: live,
		balance: live,
		fixed_balance: index % 2 === 0 ? live : money(person),
		...(index % 5 !== 4 && custom),
		applications: account.applications.slice(0, isInSecond ? 2 : 1),
		skills: account.skills.filter((_, skill) => (index + skill) % 4 === 0),
		acd_queues: account.queues.filter((_, queue) => index % 3 === queue).map(bound),
		acd_status: ACD_STATUSES[index % ACD_STATUSES.length] ?? 'OFFLINE',
		acd_status_change_time: asDateTime(person.updatedAt),
		created: asDateTime(person.createdAt),
		modified: asDateTime(person.updatedAt),
		frozen: index % 12 === 11,
	};
}
