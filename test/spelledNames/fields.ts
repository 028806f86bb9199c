import type { ProviderName, Sandboxes } from '../../sandbox';
import { at } from '../harness/at';

/** Gives the second record of a list that name, and tells its ID. */
type Rename = (sandboxes: Sandboxes, name: string) => unknown;

/** What pickers of users show. */
export const nameSecond: Record<ProviderName, Rename> = {
	autocalls: ({ autocalls }, name) => Object.assign(at(autocalls.people, 1), { name }).id,
	quo: ({ quo }, name) => Object.assign(at(quo.people, 1), { firstName: name, lastName: '' }).id,
	voximplant: ({ voximplant }, user_display_name) =>
		Object.assign(at(voximplant.people, 1), { user_display_name }).user_id,
	worksection: ({ worksection }, name) => Object.assign(at(worksection.people, 1), { name }).id,
};

/** The filters by name that a node applies itself. */
export const COMPARED: Record<string, Rename> = {
	'autocalls user getAll filters.search': nameSecond.autocalls,
	'quo phoneNumber getAll filters.search': ({ quo }, name) =>
		Object.assign(at(quo.phoneNumbers, 1), { name }).id,
	'quo user getAll filters.search': nameSecond.quo,
	'voximplant application getAll filters.search': ({ voximplant }, name) =>
		Object.assign(at(voximplant.applications, 1), { application_name: name }).application_id,
	'voximplant queue getAll filters.search': ({ voximplant }, name) =>
		Object.assign(at(voximplant.queues, 1), { acd_queue_name: name }).acd_queue_id,
	'voximplant skill getAll filters.search': ({ voximplant }, name) =>
		Object.assign(at(voximplant.skills, 1), { skill_name: name }).skill_id,
	'voximplant subUser getAll filters.search': ({ voximplant }, name) =>
		Object.assign(at(voximplant.subUsers, 1), { subuser_name: name }).subuser_id,
	'worksection contact getAll filters.folder': ({ worksection }, group) =>
		Object.assign(at(worksection.contacts, 1), { group }).id,
	'worksection contact getAll filters.search': ({ worksection }, name) =>
		Object.assign(at(worksection.contacts, 1), { name }).id,
	'worksection team getAll filters.search': ({ worksection }, title) =>
		Object.assign(at(worksection.teams, 1), { title }).id,
	'worksection user getAll filters.department': ({ worksection }, department) =>
		Object.assign(at(worksection.people, 1), { department }).id,
	'worksection user getAll filters.search': nameSecond.worksection,
	'worksection user getAll filters.team': ({ worksection }, group) =>
		Object.assign(at(worksection.people, 1), { group }).id,
};

/** Filters with text that the API compares, or that are no names. */
export const OTHERS = /filters\.(email|userName|userDisplayName|userNameContains|\w+Name)$/;
