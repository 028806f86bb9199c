import type { Item } from '../../shared/execution/item';
import { onProviderError } from '../../shared/errors';
import { isRecord, text } from '../../shared/text/json';
import { teamDirectory } from '../team/team';

/** The names of all teams; undefined where they can't be read, which is no reason not to invite. */
async function teamNames(item: Item): Promise<Set<string> | undefined> {
	return await item.oncePerRun('team names', async () => {
		const { call, page } = teamDirectory.listing;
		const read = async () => await item.read(call, ({ body }) => page(body));
		const teams = await onProviderError(read, () => undefined);
		return teams && new Set(teams.records.flatMap(({ title }) => text(title) ?? []));
	});
}

/**
 * Worksection makes a team of a name that none has. What was chosen from the list is there; workflows from
 * before there was a list send what they always sent.
 *
 * @returns gives the hint, once the member is invited
 */
export async function newTeamHint(item: Item, entered: unknown, team: unknown) {
	const isNamed = isRecord(entered) && entered.mode === 'name';
	const name = text(team);
	if (name === null || !isNamed) return () => undefined;
	const names = await teamNames(item);
	return () => {
		if (names === undefined || names.has(name)) return;
		names.add(name);
		item.hint(
			`Worksection had no team '${name}' and may have created it for the new member: check the spelling of 'Team'.`,
		);
	};
}
