import type { IDataObject } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { ProviderError } from '../../shared/errors';
import type { ReadAnswer } from '../../shared/http/client';
import type { Call } from '../../shared/http/connection';
import { lookUpAfter } from '../../shared/operations/unknownOutcome';
import { quoted } from '../../shared/parameters/values';
import { idOf, text } from '../../shared/text/json';
import { isOk, writeAction } from '../worksection.actions';
import { readProject } from './project';
import type { Project, ProjectReader } from './project';

/** Who reads and changes projects: an item of a node, or whatever else has a client. */
export interface ProjectEditor extends ProjectReader {
	write<T>(call: Call, readAnswer: ReadAnswer<T>): Promise<T>;
}

/** A member of the account, by what projects know of them. */
export interface Member {
	id: string;
	email: string;
	/** For messages: "the user with the e-mail 'x'". */
	who: string;
}

/** A project that a member is off. */
export interface Removal {
	project: Project;
	/** What Worksection answered; where that was lost, the project as a look-up found it. */
	answer: IDataObject;
	/** Told by a look-up alone. */
	confirmed: boolean;
}

export interface Removals {
	done: Removal[];
	/** Where it ended; nothing was tried after it. */
	failed?: { project: Project; error: ProviderError };
	/** Not tried. */
	left: Project[];
}

/** "Invalid email": nobody in the account has the address, though the list of members had it. */
const INVALID_VALUE = '11';
const GONE =
	'The user may have left the account, or have another e-mail address by now: check in Worksection, or run this again.';

/** More than one address would be a list to the API, and remove others, too. */
const ONE_ADDRESS = /^[^\s,;]+@[^\s,;]+$/;

/** undefined for a user without an e-mail address, which is how the API names members. */
export function memberIn(user: IDataObject): Member | undefined {
	const id = idOf(user.id);
	const email = text(user.email) ?? '';
	if (id === undefined || !ONE_ADDRESS.test(email)) return undefined;
	return { id, email, who: `the user with the e-mail ${quoted(email)}` };
}

/** "'Prototyping' (ID 8506)" */
export const projectName = ({ name, id }: Project): string => `${quoted(name)} (ID ${id})`;

/**
 * Removes a member from those of the projects that they are on, one after the other, up to the first
 * failure. Nothing is sent twice where the outcome is unknown: the project's members are read again.
 */
export async function removeFromProjects(
	editor: ProjectEditor,
	member: Member,
	projects: readonly Project[],
): Promise<Removals> {
	const on = projects.filter(({ memberIds }) => memberIds.has(member.id));
	const done: Removal[] = [];
	for (const [index, project] of on.entries()) {
		const removal = await onProviderError<Removal | { error: ProviderError }>(
			async () => await removeFrom(editor, member, project),
			(error) => ({ error }),
		);
		if ('error' in removal) {
			return { done, failed: { project, error: removal.error }, left: on.slice(index + 1) };
		}
		project.memberIds.delete(member.id);
		done.push(removal);
	}
	return { done, left: [] };
}

async function removeFrom(
	editor: ProjectEditor,
	member: Member,
	project: Project,
): Promise<Removal> {
	const parameters = { id_project: project.id, members: member.email };
	const call = writeAction('delete_project_members', parameters);
	return await onProviderError<Removal>(
		async () => {
			const answer = await editor.write(call, ({ body }) => (isOk(body) ? body : undefined));
			return { project, answer, confirmed: false };
		},
		async (error) => {
			if (error.details.code === INVALID_VALUE) throw error.with({ next: GONE });
			if (!error.details.outcomeUnknown) throw error;
			const answer = await recordWithout(editor, member, { project, error });
			return { project, answer, confirmed: true };
		},
	);
}

/** The project's record, once a look-up finds it without the member. */
async function recordWithout(
	editor: ProjectEditor,
	{ id, who }: Member,
	{ project, error }: { project: Project; error: ProviderError },
): Promise<IDataObject> {
	const done = `removed from the project ${projectName(project)}`;
	const names = { who, done };
	const now = await lookUpAfter(error, async () => await readProject(editor, project), names);
	if (now === undefined) {
		throw error.with({
			next: `Whether ${who} was ${done} is unknown, and the project is no longer ${project.status}: check in Worksection before you run this again.`,
		});
	}
	if (!now.memberIds.has(id)) return now.record;
	throw error.with({
		outcomeUnknown: false,
		next: `A look-up afterwards found ${who} still on the project ${projectName(project)}: it is safe to run this again.`,
	});
}
