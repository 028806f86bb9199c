import type { INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import type { Query } from '../../shared/http/connection';
import { findOne, lookUp } from '../../shared/operations/lookUp';
import { writeOnce } from '../../shared/operations/unknownOutcome';
import { ANSWER_OUTPUTS, outputOf } from '../../shared/output/shape';
import { byId, byName } from '../../shared/paging/keys';
import type { Listing } from '../../shared/paging/listing';
import { answerOutput } from '../../shared/parameters/outputFields';
import type { Show } from '../../shared/parameters/fields';
import { assertMode, locatorIn } from '../../shared/parameters/locator';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { digitsIn } from '../../shared/parameters/values';
import { exactNumber, idOf } from '../../shared/text/json';
import { applicationId, applicationIn } from '../application/application';
import type { Application } from '../application/application';
import { succeeded, writeMethod } from '../voximplant.methods';
import { chosenUser, shownUser, writeForUser } from './chosenUser';

/** What a user can be bound to. */
export interface BindingTarget {
	method: string;
	/** What it is, and the node's parameter that names it. */
	noun: 'skill' | 'queue';
	title: string;
	/** The API's parameters with its ID and name. */
	id: string;
	name: string;
	listing: (query: Query) => Listing;
	/** Whether the API asks for the application although the user's ID says which. */
	inApplication: boolean;
	/** The code for one that Voximplant doesn't know, and what to do then. */
	unknownCode: string;
	next: string;
	/** The option of *Get* that shows whether it is bound. */
	option: string;
}

/** The fields after those that name the user and the target. */
export const bindingFields = (show: Show): INodeProperties[] => [
	...answerOutput(show),
	optionsField(show, itemOptions()),
];

/**
 * Reads which one was chosen, and gives its ID when called. A name is looked up: sent as it is, one
 * with a semicolon would be a list.
 */
function chosenTarget(
	item: Item,
	{ noun, title, id, name, listing }: BindingTarget,
	application: Application | undefined,
): () => Promise<string> {
	const locator = locatorIn(item.parameter(noun), title);
	assertMode(locator, title, ['name', 'id']);
	if (locator.mode === 'id') {
		const digits = digitsIn(locator.value, title);
		return async () => digits;
	}
	return async () => {
		const within = application ? { application_id: await applicationId(item, application) } : {};
		const keys = { name: byName(name), id: byId(id) };
		const ofName = { listing: listing({ [name]: locator.value, ...within }), keys, noun };
		// The API may take another blank or letter for another name: then all of them are read.
		const found =
			(await lookUp(item, locator, ofName)) ??
			(await findOne(item, locator, { listing: listing(within), keys, noun }));
		return digitsIn(idOf(found[id]), title);
	};
}

/** Binds a user to the target, or takes the user off it. */
export const bindOrUnbind =
	(target: BindingTarget, bind: boolean): Execute =>
	async (item) => {
		const output = outputOf(item, ANSWER_OUTPUTS);
		const application = target.inApplication ? applicationIn(item) : undefined;
		const targetId = chosenTarget(item, target, application);
		const user = await chosenUser(item);
		const id = await targetId();
		const form = { ...application?.query, user_id: user.id, [target.id]: id, bind };
		const write = async () => await item.write(writeMethod(target.method, form), succeeded);
		const answer = await writeForUser(user, async () => {
			return await writeOnce(
				async () =>
					await onProviderError(write, (error) => {
						const { unknownCode, next } = target;
						throw error.details.code === unknownCode ? error.with({ next }) : error;
					}),
				`Get ${user.who} with the option '${target.option}' and compare, before you run this again.`,
			);
		});
		if (output === 'raw') return [answer];
		return [{ ...shownUser(user), [target.id]: exactNumber(id), bound: bind }];
	};
