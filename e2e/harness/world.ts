import { providers } from './furnish';
import { createAuthority } from './authority';
import type { N8nOptions } from './n8n';
import { startProxy, type Proxy } from './proxy';
import { startHubSpot, type HubSpot } from '../neighbours/hubspot';
import { startSlack, type Slack } from '../neighbours/slack';
import { startSandboxes, type Sandboxes, type SandboxesOptions } from '../../sandbox';

/** Where n8n's nodes, and ours with their credentials' defaults, go. */
export const hosts = {
	autocalls: 'app.autocalls.ai',
	quo: 'api.openphone.com',
	voximplant: 'api.voximplant.com',
	worksection: 'youraccount.worksection.com',
	hubspot: 'api.hubapi.com',
	slack: 'slack.com',
};

/** Worksection's sandbox too, vouched for by an authority that n8n was never told of. */
export const untrusted = 'untrusted.worksection.com';

/** All that a workflow meets behind those host names, on this machine. */
export interface World {
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

const authorityFile = 'authority.pem';

export async function startWorld(options: SandboxesOptions = {}): Promise<World> {
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
		const players = { ...sandboxes, hubspot, slack };
		const authority = await createAuthority();
		const known = Object.entries(hosts).map(async ([name, host]) => {
			const { origin } = players[name as keyof typeof hosts];
			return { host, origin, identity: await authority.identityOf(host) };
		});
		const stranger = await createAuthority('Stranger to n8n');
		const { origin } = sandboxes.worksection;
		const identity = await stranger.identityOf(untrusted);
		const all = [...(await Promise.all(known)), { host: untrusted, origin, identity }];
		const proxy = keep(await startProxy(all));
		const n8n = { files: { [authorityFile]: authority.cert }, env: environment(proxy) };
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
	// seen from n8n's folder, in which it starts
	NODE_EXTRA_CA_CERTS: authorityFile,
});

function credentialsOf({
	sandboxes,
	hubspot,
	slack,
}: Pick<World, 'sandboxes' | 'hubspot' | 'slack'>) {
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
