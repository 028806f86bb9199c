/** How many records one answer may hold. */
export interface PageLimits {
	/** More than this is refused (the provider's own maximum is UNCONFIRMED). */
	mostCount: number;
	/** At most this many come back, whatever was asked for; 0 is off. */
	countCap: number;
}

export interface VoximplantSettings extends PageLimits {
	/** How far the provider's clock is ahead of this machine's. */
	clockAheadSeconds: number;
	/** Users per account; 0 is no limit. The limits page says 1000 by default. */
	userLimit: number;
	/** Requests per second, in a sliding second; beyond it error 340. 0 is off: no rate is published. */
	rateLimit: number;
	/** Methods that the service account's role does not allow: error 104. */
	forbidden: readonly string[];
	/** Who reaches the control panel of each account. */
	subUsers: number;
	/** What `handle_calls` of SQ_GetAgents means; that it is required is all that the page says. */
	handleCalls: 'atLeast' | 'equal' | 'ignored';
	/** How an agent's queues and skills are written. */
	agentJson: 'list' | 'text';
}

export const voximplantDefaults: VoximplantSettings = {
	mostCount: 1000,
	countCap: 0,
	clockAheadSeconds: 0,
	userLimit: 0,
	rateLimit: 0,
	forbidden: [],
	subUsers: 5,
	handleCalls: 'atLeast',
	agentJson: 'list',
};
