import type { Sandboxes } from '../../sandbox';

/** What the providers keep, in their own shapes. */
export type State = ReturnType<typeof stateOf>;

/** A copy: what becomes of the sandboxes afterwards doesn't show in it. */
export const stateOf = ({ autocalls, quo, voximplant, worksection }: Sandboxes) =>
	structuredClone({
		autocalls: autocalls.people,
		adminMinutes: autocalls.adminMinutes,
		tokens: autocalls.tokens,
		quo: quo.people,
		phoneNumbers: quo.phoneNumbers,
		voximplant: voximplant.people,
		applications: voximplant.applications,
		skills: voximplant.skills,
		queues: voximplant.queues,
		worksection: worksection.people,
		teams: worksection.teams,
		contacts: worksection.contacts,
	});
