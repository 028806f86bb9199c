import { refuse } from '../errors';
import type { Method } from '../method';
import { namedItems, namedUsers } from '../references';

/** A user has at most five skills. */
const MOST_SKILLS = 5;

export const bindSkill: Method = (account, sent) => {
	const users = namedUsers(account, sent);
	const { skills: items } = account;
	const skills = namedItems(sent, { items, id: 'skill_id', name: 'skill_name', unknown: 222 });
	const bind = sent.flag('bind', true);
	for (const user of users) {
		const others = user.skills.filter((skill) => !skills.includes(skill));
		const after = bind ? [...others, ...skills] : others;
		if (after.length > MOST_SKILLS) refuse(498);
		user.skills = after;
	}
	return { result: 1 };
};
