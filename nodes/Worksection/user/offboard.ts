import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { ProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { DepartureStep, Offboarding } from '../../shared/directory/directory';
import { listProjects } from '../project/project';
import type { Project } from '../project/project';
import { memberIn, projectName, removeFromProjects } from '../project/removal';
import { worksectionBaseUrl } from '../worksection.auth';
import { oAuth2AccountUrl } from '../worksection.oAuth2.auth';
import { halfWay } from './removalErrors';

/** The API removes nobody from the account: https://worksection.com/en/faq/api-user.html */
const remainder = {
	note: 'The account stays: remove the person in Worksection under People.',
	url: (credentials: ICredentialDataDecryptedObject) =>
		'oauthTokenData' in credentials
			? oAuth2AccountUrl(credentials)
			: worksectionBaseUrl(credentials),
};

/** Removes members from all active and pending projects. */
export const offboardWorksection: Offboarding = {
	prepare: (item) => async () => {
		const { projects, gap } = await item.oncePerRun(
			'projects',
			async () => await listProjects(item),
		);
		if (gap !== undefined) {
			throw new ProviderError({
				provider: item.provider,
				kind: 'incompleteList',
				text: `the list of projects is incomplete: ${gap}`,
			});
		}
		return { plan: (user) => stepFor(item, user, projects), remainder };
	},
};

function stepFor(
	item: Item,
	user: IDataObject,
	projects: readonly Project[],
): DepartureStep | undefined {
	const member = memberIn(user);
	if (!member) return undefined;
	const on = projects.filter(({ memberIds }) => memberIds.has(member.id));
	if (on.length === 0) return undefined;
	return {
		done: 'removed',
		note: `Projects: ${on.map(projectName).join(', ')}.`,
		async carryOut() {
			const removals = await removeFromProjects(item, member, projects);
			if (removals.failed) throw halfWay(removals, removals.failed);
			return removals.done.some(({ confirmed }) => confirmed)
				? 'Worksection did not confirm it, but a look-up found the person removed.'
				: undefined;
		},
	};
}
