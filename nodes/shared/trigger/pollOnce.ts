import type { IPollFunctions } from 'n8n-workflow';
import type { Item } from '../execution/item';
import type { RunContext } from '../execution/runContext';
import type { Progress } from './budget';
import { eventShape, eventsOf } from './events';
import type { UserEvent } from './events';
import { readPollSettings } from './pollSettings';
import type { Rows } from './comparison';
import type { RowFormat } from './row';
import { readUsers } from './readUsers';
import { formatOf } from './rowFormat';
import { accountOf, scopeOf } from './scope';
import { isStill, readSnapshot, rowsIn, usersText, writeSnapshot } from './snapshot';
import type { Snapshot } from './snapshot';
import type { UserTrigger } from './userTrigger';
import { baseline, whatHappened } from './whatHappened';

interface OnePoll {
	context: RunContext;
	item: Item;
	progress: Progress;
}

/**
 * Reads the list, compares it with what is remembered, and remembers it at the very end.
 *
 * @returns null where there is nothing to report
 */
export async function pollOnce(
	functions: IPollFunctions,
	trigger: UserTrigger,
	poll: OnePoll,
): Promise<UserEvent[] | null> {
	const { item, progress } = poll;
	const settings = readPollSettings(item, trigger);
	const shape = eventShape(item, trigger);
	const data = functions.getWorkflowStaticData('node');
	const remembered = readSnapshot(data);
	const scope = await currentScope(functions, settings.watched, poll);
	const format = formatOf(trigger, settings, scope);
	const { known, before, counter } = comparableIn(remembered, scope, format);
	const reading = { item, request: await trigger.request(item), format, progress };
	const now = await readUsers(reading, before);
	const happened = known
		? await whatHappened(reading, { before, now }, { ...settings, trigger })
		: baseline(now, !remembered && settings.emitsAll);
	// This poll outlasted its time, and a later one has ended before it.
	if (!isStill(data, remembered)) return null;
	const { name: provider } = trigger.provider;
	const source = { ...settings, ...now, before, provider, shape, format, scope, counter };
	const events = eventsOf(happened, source);
	const users = usersText(happened.rows);
	if (users !== known?.users) {
		writeSnapshot(data, { scope, counter: counter + Math.min(1, events.length), users });
	}
	return events.length > 0 ? events : null;
}

/** With another account, or other filters, two lists can't be compared. */
function comparableIn(
	remembered: Snapshot | undefined,
	scope: string,
	format: RowFormat,
): { known: Snapshot | undefined; before: Rows; counter: number } {
	const known = remembered?.scope === scope ? remembered : undefined;
	const before = known ? rowsIn(known, format) : new Map<string, string>();
	return { known, before, counter: remembered?.counter ?? 0 };
}

async function currentScope(
	functions: IPollFunctions,
	watched: string[],
	{ context, item }: OnePoll,
): Promise<string> {
	const { filters } = functions.getNode().parameters;
	return scopeOf({
		account: accountOf(context.connection, await context.credentials(), functions.getNode()),
		application: item.parameter('application'),
		filters: filters ?? {},
		watched,
	});
}
