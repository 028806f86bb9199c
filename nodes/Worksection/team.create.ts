import { flagIn, textIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { add, additional } from './worksection.addition';
import type { Place } from './worksection.addition';
import { teamDirectory, worksectionTeam } from './worksection.team';

/** No flag says that a team is new: Worksection makes none where one has that name already. */
const TEAMS: Place = {
	kind: worksectionTeam,
	directory: teamDirectory,
	deed: ['creation', 'created'],
};

/** https://worksection.com/en/faq/api-user.html: `add_user_group` */
export const createTeam: Operation = async (item) =>
	await add(item, TEAMS, () => {
		const title = textIn(item.parameter('teamName'), 'Team Name');
		const client = (value: unknown, name: string) => Number(flagIn(value, name));
		return {
			name: 'add_user_group',
			query: { title, ...additional(item, { client: ['Client', 'client', client] }) },
			locator: { mode: 'name', value: title },
			who: `the team '${title}'`,
		};
	});
