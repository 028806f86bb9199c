import type { IDataObject } from 'n8n-workflow';
import { writeOnce } from '../shared/doubt';
import { onFault } from '../shared/fault';
import { assertMode, findOne } from '../shared/find';
import type { Item } from '../shared/item';
import { choiceIn, digitsIn, locatorIn } from '../shared/parameters';
import type { Listing, Operation, Query } from '../shared/provider';
import { exactNumber, idOf, text } from '../shared/read';
import { voximplantQueues } from './queue.getAll';
import { voximplantSkills } from './skill.getAll';
import { chosenUser, done, forUser } from './user.target';
import { applicationId, applicationIn } from './voximplant.application';
import type { Application } from './voximplant.application';
import { writing } from './voximplant.user';

/** What a user can be bound to. */
interface Bond {
	method: string;
	/** The node's parameter, and what it names. */
	noun: 'skill' | 'queue';
	/** The API's parameters with its ID and name. */
	id: string;
	name: string;
	list: (query: Query) => Listing;
	/** Whether the API asks for the application although the user's ID says which. */
	inApplication: boolean;
	/** The code for one that Voximplant doesn't know, and what to do then. */
	unknown: string;
	next: string;
	/** The option of *Get* that shows whether it is bound. */
	shownBy: string;
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/skills/bind-skill */
const SKILL: Bond = {
	method: 'BindSkill',
	noun: 'skill',
	id: 'skill_id',
	name: 'skill_name',
	list: voximplantSkills,
	inApplication: false,
	unknown: '222',
	next: "Check 'Skill'.",
	shownBy: 'With Skills',
};

/** https://docs.voximplant.ai/api-reference/management-api/reference/queues/bind-user-to-queue */
const QUEUE: Bond = {
	method: 'BindUserToQueue',
	noun: 'queue',
	id: 'acd_queue_id',
	name: 'acd_queue_name',
	list: voximplantQueues,
	inApplication: true,
	unknown: '218',
	next: "Check 'Queue', and that it belongs to the same application.",
	shownBy: 'With Queues',
};

const FIELDS = { skill: 'Skill', queue: 'Queue' } as const;

/**
 * Reads which one was meant, and gives its ID when called. A name is looked up: sent as it is, one
 * with a semicolon would be a list.
 */
function chosen(
	item: Item,
	{ noun, id, name, list }: Bond,
	application: Application | undefined,
): () => Promise<string> {
	const locator = locatorIn(item.parameter(noun), FIELDS[noun]);
	assertMode(locator, FIELDS[noun], ['name', 'id']);
	if (locator.mode === 'id') {
		const digits = digitsIn(locator.value, FIELDS[noun]);
		return async () => digits;
	}
	const keys = {
		name: { label: 'name', of: (record: IDataObject) => text(record[name]) ?? undefined },
		id: { label: 'ID', of: (record: IDataObject) => idOf(record[id]) },
	};
	return async () => {
		const whose = application ? { application_id: await applicationId(item, application) } : {};
		const listing = list({ [name]: locator.value, ...whose });
		const found = await findOne(item, locator, { listing, keys, noun });
		return digitsIn(idOf(found[id]), FIELDS[noun]);
	};
}

const binding =
	(bond: Bond, bind: boolean): Operation =>
	async (item) => {
		const output = choiceIn(item.parameter('output'), 'Output', ['simplified', 'raw']);
		const application = bond.inApplication ? applicationIn(item) : undefined;
		const bound = chosen(item, bond, application);
		const user = await chosenUser(item);
		const id = await bound();
		const form = { ...application?.query, user_id: user.id, [bond.id]: id, bind };
		const write = async () => await item.write(writing(bond.method, form), done);
		const answer = await forUser(user, async () => {
			return await writeOnce(
				async () =>
					await onFault(write, (fault) => {
						const { unknown, next } = bond;
						throw fault.details.code === unknown ? fault.with({ next }) : fault;
					}),
				`Get ${user.who} with the option '${bond.shownBy}' and compare, before you run this again.`,
			);
		});
		if (output === 'raw') return [answer];
		return [{ user_id: user.shown, [bond.id]: exactNumber(id), bound: bind }];
	};

export const bindSkill = binding(SKILL, true);
export const unbindSkill = binding(SKILL, false);
export const bindQueue = binding(QUEUE, true);
export const unbindQueue = binding(QUEUE, false);
