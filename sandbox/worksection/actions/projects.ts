import type { Account } from '../account';
import { type Action, list, required } from '../action';
import { refuse } from '../errors';
import type { WorksectionProject } from '../projectRecords';
import type { Parameters } from '../signature';
import type { WorksectionUser } from '../userRecords';

/** The page calls the last one "archived", the Postman collection "archive", as projects have it. */
const FILTERS = ['active', 'pending', 'archive', 'archived'];
const EXTRAS = ['text', 'html', 'options', 'users'];

/** The restrictions of the FAQ's example. */
const OPTIONS = {
	...{ allow_close: 1, allow_give: 1, allow_term: 0, allow_limit: 0 },
	...{ require_term: 1, require_tag: 1, require_limit: 1, require_hidden: 0 },
	...{ deny_comments_edit: 0, deny_task_edit: 0, deny_task_delete: 1 },
	...{ time_require: 0, time_today: 0, timer_only: 1 },
};

const NO_ONE = { id: '0', email: 'NOONE', name: "Manager isn't assigned" };

const short = ({ id, email, name }: WorksectionUser) => ({ id, email, name });

/** Parts of a list with commas; UNCONFIRMED how others are refused. */
function oneOf(sent: Parameters, field: string, allowed: readonly string[]): string[] {
	const parts = (sent[field] ?? '').split(',').map((part) => part.trim());
	const given = parts.filter((part) => part !== '');
	if (given.some((part) => !allowed.includes(part))) refuse(11, 'Invalid value', field);
	return given;
}

function projectAnswer(
	{ memberIds, text, status, ...project }: WorksectionProject,
	{ people }: Account,
	extra: readonly string[],
): unknown {
	const users = people.filter(({ id }) => memberIds.includes(id)).map(short);
	const [owner = NO_ONE] = people.map(short);
	return {
		...project,
		status,
		user_from: owner,
		user_to: users[0] ?? NO_ONE,
		...((extra.includes('text') || extra.includes('html')) && { text }),
		...(extra.includes('options') && { options: OPTIONS }),
		...(extra.includes('users') && { users }),
	};
}

export const getProjects: Action = {
	parameters: ['filter', 'extra'],
	scope: 'projects_read',
	run: (sent, context) => {
		const { account } = context;
		const [filter] = oneOf(sent, 'filter', FILTERS);
		const extra = oneOf(sent, 'extra', EXTRAS);
		const status = filter === 'archived' ? 'archive' : filter;
		const wanted = account.projects.filter(
			(project) => project.status === (status ?? project.status),
		);
		return list(
			wanted.map((project) => projectAnswer(project, account, extra)),
			context,
		);
	},
};

/** UNCONFIRMED for this action: the code and words are those of `get_project`. */
function projectOf({ projects }: Account, id: string): WorksectionProject {
	const project = projects.find((each) => each.id === id);
	// UNCONFIRMED: that nobody is taken off an archived project
	if (!project || project.status === 'archive') return refuse(4, 'Project is invalid');
	return project;
}

/** All addresses are checked first. UNCONFIRMED: that a member who is not on the project is no error. */
export const deleteProjectMembers: Action = {
	parameters: ['id_project', 'members'],
	scope: 'projects_write',
	run: (sent, { account }) => {
		const project = projectOf(account, required(sent, 'id_project'));
		const emails = required(sent, 'members').split(',');
		const ids = emails.map((part) => {
			const email = part.trim();
			return (account.byEmail(email) ?? refuse(11, 'Invalid email', email)).id;
		});
		project.memberIds = project.memberIds.filter((id) => !ids.includes(id));
		return undefined;
	},
};
