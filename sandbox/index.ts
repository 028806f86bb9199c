import { type AutocallsSandbox, startAutocalls } from './autocalls/sandbox';
import type { AutocallsSettings } from './autocalls/settings';
import { type QuoSandbox, startQuo } from './quo/sandbox';
import { QUO_RATE, type QuoSettings } from './quo/settings';
import { startVoximplant, type VoximplantSandbox } from './voximplant/sandbox';
import type { VoximplantSettings } from './voximplant/settings';
import { startWorksection, type WorksectionSandbox } from './worksection/sandbox';
import { WORKSECTION_RATE, type WorksectionSettings } from './worksection/settings';

export type { AutocallsSettings, QuoSettings, VoximplantSettings, WorksectionSettings };
export type { AutocallsSandbox, QuoSandbox, VoximplantSandbox, WorksectionSandbox };
export { startAutocalls, startQuo, startVoximplant, startWorksection };
export type { AutocallsUser } from './autocalls/userRecords';
export type { QuoPhoneNumber } from './quo/phoneNumberRecords';
export type { QuoUser } from './quo/userRecords';
export type { Sandbox, StartOptions } from './sandbox';
export type { Fault, LostAnswer } from './server/faults';
export type { LoggedRequest } from './server/request';
export { type VoximplantCode, voximplantError } from './voximplant/errors';
export type { VoximplantUser } from './voximplant/userRecords';
export type { WorksectionProject } from './worksection/projectRecords';
export type { WorksectionUser } from './worksection/userRecords';

interface SettingsOf {
	autocalls: AutocallsSettings;
	quo: QuoSettings;
	voximplant: VoximplantSettings;
	worksection: WorksectionSettings;
}

interface SandboxOf {
	autocalls: AutocallsSandbox;
	quo: QuoSandbox;
	voximplant: VoximplantSandbox;
	worksection: WorksectionSandbox;
}

export type ProviderName = keyof SandboxOf;

export const providerNames = ['autocalls', 'quo', 'voximplant', 'worksection'] as const;

export type SandboxesOptions = {
	[Name in ProviderName]?: Partial<SettingsOf[Name]>;
} & {
	/** How many people each provider has; 25 by default. */
	users?: number;
	latencyMs?: number;
	ports?: Partial<Record<ProviderName, number>>;
	/** Keeps the published rates: Quo 10 requests a second, Worksection 1. */
	rateLimits?: boolean;
};

export interface Sandboxes extends SandboxOf {
	/** Ends all connections at once. */
	close(): Promise<void>;
}

function commonOptions({ users, latencyMs, ports }: SandboxesOptions, name: ProviderName) {
	return { users: users ?? 25, latencyMs: latencyMs ?? 0, port: ports?.[name] ?? 0 };
}

/** All providers, each on a port of its own. */
export async function startSandboxes(options: SandboxesOptions = {}): Promise<Sandboxes> {
	const rate = (published: number) => ({ rateLimit: options.rateLimits ? published : 0 });
	const started: { close(): Promise<void> }[] = [];
	const close = async () => {
		await Promise.all(started.map((sandbox) => sandbox.close()));
	};
	const keep = <Started extends { close(): Promise<void> }>(sandbox: Started): Started => {
		started.push(sandbox);
		return sandbox;
	};
	const { autocalls, quo, voximplant, worksection } = options;
	const common = (name: ProviderName) => commonOptions(options, name);
	try {
		return {
			autocalls: keep(await startAutocalls({ ...common('autocalls'), ...autocalls })),
			quo: keep(await startQuo({ ...common('quo'), ...rate(QUO_RATE), ...quo })),
			voximplant: keep(await startVoximplant({ ...common('voximplant'), ...voximplant })),
			worksection: keep(
				await startWorksection({
					...common('worksection'),
					...rate(WORKSECTION_RATE),
					...worksection,
				}),
			),
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
