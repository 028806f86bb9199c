import type { ProviderError } from '../../shared/errors';
import type { Project } from '../project/project';
import { projectName } from '../project/removal';
import type { Removals } from '../project/removal';

const MOST_NAMED = 50;

function named(projects: readonly Project[]): string {
	const names = projects.slice(0, MOST_NAMED).map(projectName).join(', ');
	const more = projects.length - MOST_NAMED;
	return more > 0 ? `${names} and ${more} more` : names;
}

/** The error that ended it, with the projects that are done and those that are left. */
export function halfWay(
	{ done, left }: Removals,
	{ project, error }: NonNullable<Removals['failed']>,
): ProviderError {
	const said = [
		done.length > 0 ? `Removed from ${named(done.map((removal) => removal.project))}.` : '',
		`Failed on ${projectName(project)}.`,
		left.length > 0 ? `Left: ${named(left)}.` : '',
		error.details.next ?? '',
	];
	return error.with({ next: said.filter(Boolean).join(' ') });
}
