import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../../shared/errors';
import type { Listing } from '../../shared/paging/listing';
import type { WalkedPage } from '../../shared/paging/walk';
import { idOf, records, text } from '../../shared/text/json';
import { worksectionListing } from '../worksection.actions';

/** Archived projects are left out: nobody works on them. */
export const PROJECT_STATUSES = ['active', 'pending'] as const;

type Status = (typeof PROJECT_STATUSES)[number];

export interface Project {
	id: string;
	name: string;
	status: Status;
	memberIds: Set<string>;
	/** As Worksection gave it. */
	record: IDataObject;
}

/** Who reads lists: an item of a node, or whatever else has a client. */
export interface ProjectReader {
	/** The provider's title. */
	provider: string;
	pages(listing: Listing): AsyncIterable<Pick<WalkedPage, 'records' | 'gap'>>;
}

export interface ProjectList {
	projects: Project[];
	/** How the list is incomplete. */
	gap?: string | undefined;
}

/** https://worksection.com/en/faq/api-projects.html: `get_projects`, not paged. */
export function projectListing(status: Status, extra?: 'users'): Listing {
	const listing = worksectionListing(`${status} projects`, 'get_projects');
	const query = { ...listing.call.query, filter: status, ...(extra && { extra }) };
	return { ...listing, call: { ...listing.call, query } };
}

/** Every active and pending project with its members: two requests. */
export async function listProjects(reader: ProjectReader): Promise<ProjectList> {
	const active = await projectsWith(reader, 'active');
	const pending = await projectsWith(reader, 'pending');
	// One that became pending between the two is in both.
	const ids = new Set(active.projects.map(({ id }) => id));
	const projects = [...active.projects, ...pending.projects.filter(({ id }) => !ids.has(id))];
	// Nobody would be removed, and nobody would know why.
	if (projects.length > 0 && !projects.some(({ record }) => 'users' in record)) {
		throw new ProviderError({
			provider: reader.provider,
			kind: 'incompleteList',
			text: 'the list of projects does not say who is on them',
			next: 'Check that the credential may read the members of projects.',
		});
	}
	return { projects, gap: active.gap ?? pending.gap };
}

/** The project as it is now; undefined where it is no longer one of its status. */
export async function readProject(
	reader: ProjectReader,
	{ id, status }: Project,
): Promise<Project | undefined> {
	const { projects } = await projectsWith(reader, status);
	return projects.find((project) => project.id === id);
}

async function projectsWith(reader: ProjectReader, status: Status): Promise<ProjectList> {
	const projects: Project[] = [];
	let missing: string | undefined;
	for await (const page of reader.pages(projectListing(status, 'users'))) {
		for (const record of page.records) projects.push(...projectIn(record, status));
		missing = page.gap;
	}
	return { projects, gap: missing };
}

function projectIn(record: IDataObject, status: Status): Project[] {
	const id = idOf(record.id);
	if (id === undefined) return [];
	const memberIds = (records(record.users) ?? []).flatMap((user) => idOf(user.id) ?? []);
	return [{ id, name: text(record.name) ?? id, status, memberIds: new Set(memberIds), record }];
}
