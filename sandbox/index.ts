import { type AutocallsSandbox, startAutocalls } from './autocalls/start';
import type { AutocallsSettings } from './autocalls/room';
import type { QuoSettings } from './quo/room';
import { type QuoSandbox, startQuo } from './quo/start';
import type { VoximplantSettings } from './voximplant/room';
import { startVoximplant, type VoximplantSandbox } from './voximplant/start';
import type { WorksectionSettings } from './worksection/room';
import { startWorksection, type WorksectionSandbox } from './worksection/start';

export type { AutocallsSettings, QuoSettings, VoximplantSettings, WorksectionSettings };
export type { AutocallsSandbox, QuoSandbox, VoximplantSandbox, WorksectionSandbox };
export { startAutocalls, startQuo, startVoximplant, startWorksection };
export type { AutocallsUser } from './autocalls/users';
export type { LoggedRequest } from './exchange';
export type { Fault, LostAnswer } from './faults';
export type { QuoPhoneNumber } from './quo/phoneNumbers';
export type { QuoUser } from './quo/users';
export type { Sandbox, StartOptions } from './sandbox';
export type { VoximplantUser } from './voximplant/account';
export { type VoximplantCode, voximplantError } from './voximplant/errors';
export type { WorksectionUser } from './worksection/members';

export type ProviderName = 'autocalls' | 'quo' | 'voximplant' | 'worksection';

export interface SandboxesOptions {
	/** How many people each provider knows; 25 unless said otherwise. */
	users?: number;
	latencyMs?: number;
	ports?: Partial<Record<ProviderName, number>>;
	/** Keeps the published rates: Quo 10 requests a second, Worksection 1. */
	rateLimits?: boolean;
	autocalls?: Partial<AutocallsSettings>;
	quo?: Partial<QuoSettings>;
	voximplant?: Partial<VoximplantSettings>;
	worksection?: Partial<WorksectionSettings>;
}

export interface Sandboxes {
	autocalls: AutocallsSandbox;
	quo: QuoSandbox;
	voximplant: VoximplantSandbox;
	worksection: WorksectionSandbox;
	/** Ends all connections at once. */
	close(): Promise<void>;
}

interface Common {
	users: number;
	latencyMs: number;
	port: number;
}

function common({ users, latencyMs, ports }: SandboxesOptions, name: ProviderName): Common {
	return { users: users ?? 25, latencyMs: latencyMs ?? 0, port: ports?.[name] ?? 0 };
}

/** All four providers, each on a port of its own. */
export async function startSandboxes(options: SandboxesOptions = {}): Promise<Sandboxes> {
	const published = (rate: number) => (options.rateLimits ? rate : 0);
	const open: { close(): Promise<void> }[] = [];
	const close = async () => {
		await Promise.all(open.map((sandbox) => sandbox.close()));
	};
	const keep = <Started extends { close(): Promise<void> }>(sandbox: Started): Started => {
		open.push(sandbox);
		return sandbox;
	};
	try {
		return {
			autocalls: keep(
				await startAutocalls({ ...common(options, 'autocalls'), ...options.autocalls }),
			),
			quo: keep(
				await startQuo({ ...common(options, 'quo'), rateLimit: published(10), ...options.quo }),
			),
			voximplant: keep(
				await startVoximplant({ ...common(options, 'voximplant'), ...options.voximplant }),
			),
			worksection: keep(
				await startWorksection({
					...common(options, 'worksection'),
					rateLimit: published(1),
					...options.worksection,
				}),
			),
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
