import type { Connection, ConnectionChoice } from '../http/connection';
import { choiceIn } from '../parameters/values';

/**
 * A node from before there was a choice, and a form that was never touched, have the first.
 *
 * @param authentication reads what was chosen
 * @throws {InputError} where it is none of those that there are
 */
export function chosenConnection(
	offered: Connection | ConnectionChoice,
	authentication: () => unknown,
): Connection {
	if (!('authentications' in offered)) return offered;
	const { authentications } = offered;
	const names = Object.keys(authentications);
	const name = choiceIn(authentication() ?? names[0], 'Authentication', names);
	return authentications[name] ?? offered;
}
