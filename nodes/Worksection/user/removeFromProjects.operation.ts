import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import { findOne, notInIncomplete, userDirectory } from '../../shared/operations/lookUp';
import { hintPrivileged } from '../../shared/operations/privilegedField';
import { outputOf, shapeOf } from '../../shared/output/shape';
import { emailMode, fromList, idMode, showFor } from '../../shared/parameters/fields';
import { locatorIn } from '../../shared/parameters/locator';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { outputFields } from '../../shared/parameters/outputFields';
import { choiceIn, digitsIn, listIn, quoted } from '../../shared/parameters/values';
import { listProjects } from '../project/project';
import type { Project } from '../project/project';
import { memberIn, projectName, removeFromProjects } from '../project/removal';
import type { Member, Removal } from '../project/removal';
import { WORKSECTION_RATE } from '../worksection.connection';
import { rawFields } from './rawFields';
import { halfWay } from './removalErrors';
import { count, hintProgress, removalProgress } from './removalProgress';
import { worksectionUsers } from './user';

const show = showFor('user', 'removeFromProjects');
const PROJECTS = 'Project Names or IDs';

export const fields: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description:
			'The account member to remove. Choose from the list, or enter an e-mail address or an ID.',
		modes: [fromList('searchUsers'), emailMode, idMode('e.g. 3993')],
	},
	{
		displayName: 'Projects',
		name: 'projects',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Every active and pending project that the user is on',
			},
			{ name: 'Selected', value: 'selected', description: 'Only the projects that you choose' },
		],
		default: 'all',
		description:
			'Which projects to remove the user from: all (active and pending ones) or selected',
	},
	{
		displayName: PROJECTS,
		name: 'projectIds',
		type: 'multiOptions',
		displayOptions: { show: { ...show, projects: ['selected'] } },
		typeOptions: { loadOptionsMethod: 'getProjects' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	...outputFields(show, rawFields),
	optionsField(show, itemOptions(WORKSECTION_RATE)),
];

/** https://worksection.com/en/faq/api-projects.html: `delete_project_members` names one project. */
export const execute: Execute = async (item) => {
	const shape = shapeOf(item, worksectionUsers.shapes);
	const locator = locatorIn(item.parameter('user'), 'User');
	const ids = chosenIds(item);
	const directory = { ...userDirectory(item, worksectionUsers), lasting: true };
	const user = await findOne(item, locator, directory);
	// Raw shows the answers to the removals, and no user.
	if (outputOf(item) !== 'raw') {
		hintPrivileged(item, directory.listing, { records: [user], whom: 'the user' });
	}
	const member = memberOf(item, user);
	const projects = await chosenProjects(item, ids);
	const progress = await removalProgress(item);
	const removals = await removeFromProjects(item, member, projects);
	count(progress, removals.done.length);
	hintConfirmed(item, member, removals.done);
	if (removals.failed) throw halfWay(removals, removals.failed);
	const results = shown(item, { user: shape(user), done: removals.done });
	return {
		afterAll: async () => {
			hintProgress(item, progress);
			return results;
		},
	};
};

/** undefined for all; each chosen one once. */
function chosenIds(item: Item): string[] | undefined {
	const chosen = choiceIn(item.parameter('projects'), 'Projects', ['all', 'selected'] as const);
	if (chosen === 'all') return undefined;
	const ids = listIn(item.parameter('projectIds'), PROJECTS);
	return [...new Set(ids.map((id) => digitsIn(id, PROJECTS)))];
}

function memberOf(item: Item, user: IDataObject): Member {
	const member = memberIn(user);
	if (member) return member;
	throw new ProviderError({
		provider: item.provider,
		kind: 'refused',
		text: 'the user has no e-mail address, by which Worksection removes members from projects',
		next: 'Remove this user from the projects in Worksection.',
	});
}

/** @throws {ProviderError} where one of them isn't there: nobody is removed from the others then */
async function chosenProjects(item: Item, ids: string[] | undefined): Promise<Project[]> {
	// Removals are noted in it: it stays right for the whole run.
	const { projects, gap } = await item.oncePerRun('projects', async () => await listProjects(item));
	if (ids === undefined) return projects;
	const unknown = ids.find((id) => !projects.some((project) => project.id === id));
	if (unknown === undefined) return projects.filter(({ id }) => ids.includes(id));
	if (gap !== undefined) throw notInIncomplete(item, unknown, gap);
	throw new ProviderError({
		provider: item.provider,
		kind: 'notFound',
		text: `there is no active or pending project with the ID ${quoted(unknown)}`,
		next: `Check '${PROJECTS}': the project may be archived, or belong to another account.`,
	});
}

function hintConfirmed(item: Item, { who }: Member, done: readonly Removal[]): void {
	for (const { project } of done.filter(({ confirmed }) => confirmed)) {
		item.hint(
			`Worksection did not confirm that ${who} was removed from the project ${projectName(project)}, but a look-up found that it was done.`,
		);
	}
}

/** Raw: each answer as it is. */
function shown(
	item: Item,
	{ user, done }: { user: IDataObject; done: readonly Removal[] },
): IDataObject[] {
	const output = outputOf(item);
	if (output === 'simplified') {
		const removedFrom = done.map(({ project: { id, name } }) => ({ id, name }));
		return [{ ...user, removedFrom }];
	}
	if (output !== 'raw') return [user];
	if (done.length === 0) {
		item.hint(
			"Where the user is on none of the projects, nothing is sent, and there is no answer for the output 'Raw'.",
		);
	}
	return done.map(({ answer }) => answer);
}
