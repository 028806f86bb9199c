import { InputError } from '../errors';
import type { Item } from '../execution/item';
import { choiceIn, flagIn, isBlank, listIn, notAChoice, numberIn } from '../parameters/values';
import type { EventName, NeededOption, UserTrigger } from './userTrigger';
import { EVENTS } from './userTrigger';

const FIRST_POLLS = ['baseline', 'emitAll'] as const;
const REMEMBER = ['values', 'fingerprints'] as const;

export interface PollSettings {
	events: ReadonlySet<EventName>;
	/** Raw fields, in alphabetical order. */
	watched: string[];
	/** Whether who is there at the first poll is reported as joined. */
	emitsAll: boolean;
	maxLeftPercent: number;
	fingerprints: boolean;
}

/** @throws {InputError} that names the field */
export function readPollSettings(item: Item, trigger: UserTrigger): PollSettings {
	const { options } = item;
	const option = (name: string, usual: unknown) =>
		Object.hasOwn(options, name) ? options[name] : usual;
	const events = readEvents(item);
	return {
		events,
		watched: readWatched(item, trigger, events),
		emitsAll: choiceIn(option('firstPoll', 'baseline'), 'First Poll', FIRST_POLLS) === 'emitAll',
		maxLeftPercent: numberIn(option('maxLeftPercent', 20), 'Max Left (Percent)', {
			least: 0,
			most: 100,
		}),
		fingerprints: choiceIn(option('remember', 'values'), 'Remember', REMEMBER) === 'fingerprints',
	};
}

function readEvents(item: Item): Set<EventName> {
	const chosen = listIn(item.parameter('events') ?? [], 'Trigger On');
	return new Set(chosen.map((name) => choiceIn(name, 'Trigger On', EVENTS)));
}

function readWatched(item: Item, trigger: UserTrigger, events: ReadonlySet<EventName>): string[] {
	const entered = item.parameter('fieldsToWatch');
	// Who joins and who leaves is seen without them.
	if (isBlank(entered) && !events.has('changed')) return [];
	if (isBlank(entered)) throw nothingWatched();
	const fields = (trigger.provider.users.shapes.fields ?? []).map(({ value }) => String(value));
	const watched = [...new Set(listIn(entered, 'Fields to Watch'))].sort();
	for (const name of watched) {
		if (!fields.includes(name)) throw notAChoice(name, 'Fields to Watch', fields);
		refuseUnread(item, name, trigger);
	}
	return watched;
}

const nothingWatched = (): InputError =>
	new InputError(
		"'Fields to Watch' is empty, so no change would be seen.",
		"Choose at least one field, or remove 'User Changed' from 'Trigger On'.",
	);

export const isSwitchedOn = ({ options }: Item, { name, title }: NeededOption): boolean =>
	Object.hasOwn(options, name) && flagIn(options[name], title);

/** Without its option, a field would always be null. */
function refuseUnread(item: Item, field: string, trigger: UserTrigger): void {
	const refusal = trigger.refusesToWatch?.(item, field);
	if (refusal) throw refusal;
	const needed = trigger.needs?.[field];
	if (needed === undefined || isSwitchedOn(item, needed)) return;
	const { title } = needed;
	throw new InputError(
		`'Fields to Watch' has '${field}', which is read only with the option '${title}'.`,
		`Switch on '${title}' under Options, or remove '${field}' from 'Fields to Watch'.`,
	);
}
