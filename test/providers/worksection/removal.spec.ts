import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../../../nodes/shared/errors';
import { listProjects } from '../../../nodes/Worksection/project/project';
import {
	memberIn,
	type ProjectEditor,
	removeFromProjects,
} from '../../../nodes/Worksection/project/removal';
import { defined } from '../../harness/defined';

const someone = { id: '7', email: 'zoe@example.com', name: 'Zoë' };
const users = [someone, { id: 8, email: 'ann@example.com', name: 'Ann' }];

/** Whatever has a client, and no item of a node. */
function editorOf(projects: Record<string, IDataObject[]>, gap?: string) {
	const log: unknown[] = [];
	const editor: ProjectEditor = {
		provider: 'Worksection',
		async *pages({ call }) {
			log.push(call.query);
			await Promise.resolve();
			const records = projects[String(call.query?.filter)] ?? [];
			yield { records: structuredClone(records), ...(gap === undefined ? {} : { gap }) };
		},
		async write(call, readAnswer) {
			log.push(call.query);
			const body = await Promise.resolve({ status: 'ok' });
			if (call.query?.id_project !== '3') {
				return defined(readAnswer({ status: 200, headers: {}, text: '', body }));
			}
			throw new ProviderError({ provider: 'Worksection', kind: 'refused', text: 'no' });
		},
	};
	return { editor, log };
}

const lists = {
	active: [
		{ id: '1', name: 'One', users },
		{ id: 2, name: 'Two', users: users.slice(1) },
	],
	pending: [
		{ id: '3', name: '', users: { '4': someone } },
		{ id: '5', name: 'Five', users },
	],
};

it('reads the projects once, and removes whomever from those that they are on', async () => {
	const { editor, log } = editorOf(lists);
	const { projects, gap } = await listProjects(editor);
	expect(gap).toBeUndefined();
	expect(projects.map(({ id, name, status }) => [id, name, status])).toEqual([
		['1', 'One', 'active'],
		['2', 'Two', 'active'],
		['3', '3', 'pending'],
		['5', 'Five', 'pending'],
	]);
	const member = defined(memberIn(someone));
	const { done, failed, left } = await removeFromProjects(editor, member, projects);
	expect(done.map(({ project, confirmed }) => [project.id, confirmed])).toEqual([['1', false]]);
	expect([failed?.project.id, failed?.error.kind]).toEqual(['3', 'refused']);
	expect(left.map(({ id }) => id)).toEqual(['5']);
	expect(projects.map(({ memberIds }) => memberIds.has('7'))).toEqual([false, false, true, true]);
	expect(log).toHaveLength(4);
	const other = defined(memberIn({ id: 8, email: 'ann@example.com' }));
	const second = await removeFromProjects(editor, other, projects);
	expect(second.done.map(({ project }) => project.id)).toEqual(['1', '2', '5']);
	expect(log).toHaveLength(7);
});

it('takes a project once that became pending between the two requests', async () => {
	const { editor } = editorOf({
		active: lists.active,
		pending: [...lists.active, ...lists.pending],
	});
	const { projects } = await listProjects(editor);
	expect(projects.map(({ id, status }) => [id, status])).toEqual([
		['1', 'active'],
		['2', 'active'],
		['3', 'pending'],
		['5', 'pending'],
	]);
});

it('tells that a list is incomplete', async () => {
	expect(await listProjects(editorOf(lists, 'cut').editor)).toMatchObject({ gap: 'cut' });
});

it.each([
	{ email: 'zoe@example.com' },
	{ id: '7' },
	{ id: '7', email: 'zoe' },
	{ id: '7', email: 'zoe@example.com,ann@example.com' },
	{ id: '7', email: 'zoe@example.com ann@example.com' },
])('knows no member in %j', (user) => {
	expect(memberIn(user)).toBeUndefined();
});
