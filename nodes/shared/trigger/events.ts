import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../execution/item';
import { shapeOf } from '../output/shape';
import type { Shape } from '../output/shape';
import type { Rows } from './comparison';
import { isSwitchedOn } from './pollSettings';
import { rememberedIn } from './row';
import type { Change, RowFormat } from './row';
import type { EventName, UserTrigger } from './userTrigger';
import type { Happened } from './whatHappened';

/** The items of what happened. */

export interface UserEvent {
	[name: string]: IDataObject[string] | Change[];
	event: EventName;
	eventId: string;
	/** ISO 8601, UTC. */
	detectedAt: string;
	provider: string;
	id: string;
	user: IDataObject;
	/** null where only fingerprints are remembered. */
	changes: Change[] | null;
}

/** What an event's ID is made from. */
interface EventKey {
	scope: string;
	/** How many polls reported something before. */
	counter: number;
	event: EventName;
	id: string;
	/** What the user changed to. */
	to: unknown;
}

/** The same for the same event that is found again, another one when the same change happens later. */
export function eventIdOf({ scope, counter, event, id, to }: EventKey): string {
	const content = JSON.stringify([scope, counter, event, id, to]);
	return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** How the users of events look. */
export interface EventShape {
	/** Of a user who is in the list. */
	present: Shape;
	/** Of a user of whom no more is known than what was remembered. */
	remembered: Shape;
}

/** In the chosen output; what isn't remembered is null. */
export function eventShape(
	item: Item,
	{ provider, needs = {}, partShapes }: UserTrigger,
): EventShape {
	const { shapes } = provider.users;
	const present = shapeOf(item, shapes);
	const part = partShapes ? shapeOf(item, partShapes) : present;
	const isRead = (name: string) => {
		const option = needs[name];
		return option === undefined || isSwitchedOn(item, option);
	};
	const names = (shapes.fields ?? []).map(({ value }) => String(value)).filter(isRead);
	const unknown = Object.fromEntries(names.map((name) => [name, null]));
	return { present, remembered: (user) => part({ ...unknown, ...user }) };
}

export interface EventSource {
	provider: string;
	/** Which events to report. */
	events: ReadonlySet<EventName>;
	shape: EventShape;
	format: RowFormat;
	scope: string;
	counter: number;
	before: Rows;
	/** Users who joined or changed, by ID. */
	news: ReadonlyMap<string, IDataObject>;
	/** The rows of these. */
	rows: Rows;
}

/** Joined, changed, left, each in its order. */
export function eventsOf({ joined, changed, left }: Happened, source: EventSource): UserEvent[] {
	const { shape, before, news, rows, format } = source;
	const detectedAt = new Date().toISOString();
	const event = (name: EventName, id: string, [user, changes]: [IDataObject, Change[] | null]) => {
		const to = name === 'changed' ? (changes ?? rows.get(id)) : null;
		const eventId = eventIdOf({ ...source, event: name, id, to });
		return { event: name, eventId, detectedAt, provider: source.provider, id, user, changes };
	};
	const present = (id: string) => shape.present(news.get(id) ?? {});
	const remembered = (id: string) => shape.remembered(rememberedIn(before.get(id) ?? '', format));
	const all: UserEvent[] = [];
	if (source.events.has('joined')) {
		for (const id of joined) all.push(event('joined', id, [present(id), []]));
	}
	if (source.events.has('changed')) {
		for (const { id, changes } of changed) all.push(event('changed', id, [present(id), changes]));
	}
	if (source.events.has('left')) {
		for (const id of left) all.push(event('left', id, [remembered(id), []]));
	}
	return all;
}
