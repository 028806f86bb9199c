import {
	startSandboxes,
	type ProviderName,
	type Sandboxes,
	type SandboxesOptions,
} from '../../../sandbox';
import type { N8nOptions } from '../../harness/n8n';
import { providers } from '../../harness/package';
import { providerTests } from '../providerTests';
import { createCertificateAuthority } from './certificateAuthority';
import { startHubSpot, type HubSpot } from './hubspot';
import { startProxy, type Proxy } from './proxy';
import { startSlack, type Slack } from './slack';

const hostsOfProviders = Object.fromEntries(
	providers.map((name) => [name, providerTests[name].host]),
) as Record<ProviderName, string>;

/** The hosts that n8n's nodes, and ours with their credentials' defaults, send their requests to. */
export const hosts: Record<ProviderName | 'hubspot' | 'slack', string> = {
	...hostsOfProviders,
	...{ hubspot: 'api.hubapi.com', slack: 'slack.com' },
};

/** Worksection's sandbox too, with a certificate of an authority that n8n doesn't trust. */
export const untrusted = 'untrusted.worksection.com';

/** What answers for those hosts on this machine. */
export interface StandIns {
	readonly sandboxes: Sandboxes;
	readonly hubspot: HubSpot;
	readonly slack: Slack;
	readonly proxy: Proxy;
	/** For an n8n that reaches nothing else. */
	readonly n8n: Pick<N8nOptions, 'env' | 'files'>;
	/** Fields by credential type; an address only where a person has to enter one. */
	readonly credentials: Record<string, object>;
	close(): Promise<void>;
}

const certificateFile = 'authority.pem';

export async function startStandIns(options: SandboxesOptions = {}): Promise<StandIns> {
	const open: Array<{ close(): Promise<void> }> = [];
	const keep = <Started extends { close(): Promise<void> }>(started: Started): Started => {
		open.unshift(started);
		return started;
	};
	const close = async () => {
		for (const each of open) await each.close();
	};
	try {
		const sandboxes = keep(await startSandboxes(options));
		const hubspot = keep(await startHubSpot());
		const slack = keep(await startSlack());
		const servers = { ...sandboxes, hubspot, slack };
		const authority = await createCertificateAuthority();
		const known = Object.entries(hosts).map(async ([name, host]) => {
			const { origin } = servers[name as keyof typeof hosts];
			return { host, origin, certificate: await authority.certificateFor(host) };
		});
		const unknown = await createCertificateAuthority('Unknown to n8n');
		const { origin } = sandboxes.worksection;
		const certificate = await unknown.certificateFor(untrusted);
		const all = [...(await Promise.all(known)), { host: untrusted, origin, certificate }];
		const proxy = keep(await startProxy(all));
		const n8n = { files: { [certificateFile]: authority.cert }, env: environment(proxy) };
		const credentials = credentialsOf({ sandboxes, hubspot, slack });
		return { sandboxes, hubspot, slack, proxy, n8n, credentials, close };
	} catch (error) {
		await close();
		throw error;
	}
}

const environment = ({ url }: Proxy) => ({
	HTTPS_PROXY: url,
	HTTP_PROXY: url,
	NO_PROXY: '127.0.0.1,localhost',
	// in the folder in which n8n starts
	NODE_EXTRA_CA_CERTS: certificateFile,
});

function credentialsOf({
	sandboxes,
	hubspot,
	slack,
}: Pick<StandIns, 'sandboxes' | 'hubspot' | 'slack'>) {
	const own = providers.map((name): [string, object] => {
		const { baseUrl: _, accountUrl, ...fields } = sandboxes[name].credentials;
		const address = accountUrl === undefined ? {} : { accountUrl: `https://${hosts[name]}` };
		return [`${name}Api`, { ...fields, ...address }];
	});
	return {
		...Object.fromEntries(own),
		hubspotAppToken: hubspot.credentials,
		slackApi: slack.credentials,
	};
}
