import type { Account } from './account';
import { refuse, type VoximplantCode } from './errors';
import { type Caps, cutOut } from './getUsers';
import type { Parameters } from './parameters';
import { applicationMeant, isBound, usersMeant } from './pick';
import { bound } from './queues';

/** Filters by exact id and by part of a name. */
function filtered<Item extends object>(
	sent: Parameters,
	items: readonly Item[],
	keys: { id: keyof Item & string; name: keyof Item & string; invalid: VoximplantCode },
): Item[] {
	const id = sent.id(keys.id, keys.invalid);
	const part = sent.text(keys.name);
	return items.filter(
		(item) =>
			(id === undefined || String(item[keys.id]) === id) &&
			(part === undefined || String(item[keys.name]).includes(part)),
	);
}

export function getApplications(account: Account, sent: Parameters, caps: Caps): unknown {
	const keys = { id: 'application_id', name: 'application_name', invalid: 116 } as const;
	return cutOut(sent, filtered(sent, account.applications, keys), caps);
}

export function getSkills(account: Account, sent: Parameters, caps: Caps): unknown {
	const keys = { id: 'skill_id', name: 'skill_name', invalid: 222 } as const;
	return cutOut(sent, filtered(sent, account.skills, keys), caps);
}

export function getAccountInfo(account: Account, sent: Parameters): unknown {
	sent.flag('return_live_balance', true);
	const { accountId, name } = account.plan;
	return {
		result: {
			account_id: accountId,
			account_name: name,
			account_email: `${name}@example.com`,
			created: '2022-01-03 08:00:00',
			active: true,
			frozen: false,
			balance: 128.5,
			currency: 'USD',
		},
		api_address: 'api-node1.voximplant.com',
	};
}

interface Named<Item> {
	items: readonly Item[];
	id: keyof Item & string;
	name: keyof Item & string;
	unknown: VoximplantCode;
}

/** A list of ids or of whole names. */
function listed<Item extends object>(sent: Parameters, named: Named<Item>): Item[] {
	const which = sent.exactlyOne(named.id, named.name);
	const values = sent.list(which) ?? [];
	const key = which === named.id ? named.id : named.name;
	return values.map(
		(value) => named.items.find((item) => String(item[key]) === value) ?? refuse(named.unknown),
	);
}

export function bindSkill(account: Account, sent: Parameters): unknown {
	const users = usersMeant(account, sent);
	const { skills: items } = account;
	const skills = listed(sent, { items, id: 'skill_id', name: 'skill_name', unknown: 222 });
	const bind = sent.flag('bind', true);
	for (const user of users) {
		const others = user.skills.filter((skill) => !skills.includes(skill));
		const after = bind ? [...others, ...skills] : others;
		if (after.length > 5) refuse(498);
		user.skills = after;
	}
	return { result: 1 };
}

export function bindUserToQueue(account: Account, sent: Parameters): unknown {
	const bind = sent.flag('bind') ?? refuse(134);
	const application = applicationMeant(account, sent);
	const users = usersMeant(account, sent);
	if (users.some((user) => !isBound(user, application))) refuse(393);
	const named = { id: 'acd_queue_id', name: 'acd_queue_name', unknown: 218 } as const;
	const queues = listed(sent, { ...named, items: account.queues });
	// "users and queues should be already bound to the same application"; the code is UNCONFIRMED
	if (queues.some(({ application_id: id }) => id !== application.application_id)) refuse(218);
	for (const user of users) {
		const others = user.acd_queues.filter(
			({ acd_queue_id: id }) => !queues.some((queue) => queue.acd_queue_id === id),
		);
		user.acd_queues = bind ? [...others, ...queues.map(bound)] : others;
	}
	return { result: 1 };
}
