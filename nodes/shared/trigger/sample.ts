import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../errors';
import type { Item } from '../execution/item';
import type { ListRequest } from '../operations/getMany';
import { valueIn } from './cell';
import { eventShape } from './events';
import type { EventShape, UserEvent } from './events';
import { readPollSettings } from './pollSettings';
import type { PollSettings } from './pollSettings';
import { cellIn, rememberedIn, rowOf } from './row';
import type { Change, RowFormat } from './row';
import { formatOf } from './rowFormat';
import { EVENTS } from './userTrigger';
import type { EventName, UserTrigger } from './userTrigger';

/**
 * A test event of each chosen kind, made from users of the first page. Nothing is remembered.
 *
 * @throws {InputError} where there is nobody
 */
export async function sampleEvents(item: Item, trigger: UserTrigger): Promise<UserEvent[]> {
	const settings = readPollSettings(item, trigger);
	const shape = eventShape(item, trigger);
	const format = formatOf(trigger, settings, 'sample');
	const request = await trigger.request(item);
	const users = await firstUsers(item, request);
	const chosen = EVENTS.filter((event) => settings.events.has(event));
	const detectedAt = new Date().toISOString();
	return chosen.map((event, index) => {
		const user = users[index % users.length] ?? {};
		return {
			event,
			eventId: 'sample',
			detectedAt,
			provider: trigger.provider.name,
			id: request.listing.id(user) ?? '',
			user: shownIn(event, user, { shape, format }),
			changes: event === 'changed' ? sampleChanges(user, format, settings) : [],
		};
	});
}

async function firstUsers(
	item: Item,
	{ listing, passes = () => true, complete = (user) => user }: ListRequest,
): Promise<IDataObject[]> {
	for await (const { records } of item.pages(listing, { maxPages: 1 })) {
		const users = records.filter(passes);
		if (users.length > 0) return users.map(complete);
	}
	throw new InputError(
		`${item.provider} returned no users on the first page that pass the filters, so there is no test event.`,
		"Check the credential's account and the filters. Once the workflow is active, all pages are read.",
	);
}

function shownIn(
	event: EventName,
	user: IDataObject,
	{ shape, format }: { shape: EventShape; format: RowFormat },
): IDataObject {
	if (event !== 'left') return shape.present(user);
	return shape.remembered(rememberedIn(rowOf(user, format), format));
}

/** Each watched field, with its present value. */
function sampleChanges(
	user: IDataObject,
	format: RowFormat,
	{ fingerprints }: PollSettings,
): Change[] | null {
	if (fingerprints) return null;
	return format.watched.map((field) => {
		const value = valueIn(cellIn(user, field, format));
		return { field, from: value, to: value };
	});
}
