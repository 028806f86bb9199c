import type { Sandbox, StartOptions } from '../sandbox';
import { SandboxServer } from '../server/server';
import type { Account } from './account';
import { CHILD_ID, KEY_ID, PARENT_ID, VoximplantApi } from './api';
import { keyPair } from './keyPair';
import { voximplantDefaults, type VoximplantSettings } from './settings';
import type { VoximplantUser } from './userRecords';

export class VoximplantSandbox
	extends SandboxServer<VoximplantApi>
	implements Sandbox<VoximplantUser, VoximplantSettings>
{
	readonly title = 'Voximplant';
	readonly accountId = PARENT_ID;
	readonly keyId = KEY_ID;
	/** The private key of the service account, PKCS #8 PEM. */
	privateKey = '';

	get url(): string {
		return `${this.origin}/platform_api`;
	}

	/** A downloaded `credentials.json`, as text. */
	private serviceAccount(keyId: string): string {
		return JSON.stringify({
			account_email: 'acme@example.com',
			account_id: PARENT_ID,
			key_id: keyId,
			private_key: this.privateKey,
		});
	}

	private fields(keyId: string): Record<string, unknown> {
		const empty = { accountId: '', keyId: '', childAccountId: '' };
		return { serviceAccount: this.serviceAccount(keyId), ...empty, baseUrl: this.url };
	}

	get credentials(): Record<string, unknown> {
		return this.fields(KEY_ID);
	}

	/** Of a key that was deleted: error 433. */
	get wrongCredentials(): Record<string, unknown> {
		return this.fields('00000000-0000-4000-8000-000000000000');
	}

	/** The parent's service account, acting for its child. */
	get childCredentials(): Record<string, unknown> {
		return { ...this.credentials, childAccountId: String(CHILD_ID) };
	}

	/** Those of the parent account. */
	get people(): VoximplantUser[] {
		return this.api.parent.withoutCache().people;
	}

	get applications(): Account['applications'] {
		return this.api.parent.withoutCache().applications;
	}

	get skills(): Account['skills'] {
		return this.api.parent.withoutCache().skills;
	}

	get queues(): Account['queues'] {
		return this.api.parent.withoutCache().queues;
	}

	get smartQueues(): Account['smartQueues'] {
		return this.api.parent.smartQueues;
	}

	/** What SmartQueue knows of each user. */
	get agents(): Account['agents'] {
		return this.api.parent.agents;
	}

	/** What SmartQueue knows of one of them. */
	agentOf(id: VoximplantUser['user_id']): Account['agents'][number] {
		return this.api.parent.agentOf(id);
	}

	get subUsers(): Account['subUsers'] {
		return this.api.parent.subUsers;
	}

	get keys(): Account['keys'] {
		return this.api.parent.keys;
	}

	get children(): Account[] {
		return this.api.children.map((child) => child.withoutCache());
	}
}

export async function startVoximplant(
	options: StartOptions<VoximplantSettings> = {},
): Promise<VoximplantSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const { privateKey, publicKey } = await keyPair();
	const api = new VoximplantApi({ ...voximplantDefaults, ...changes }, users, publicKey);
	const sandbox = new VoximplantSandbox(api, { latencyMs, port });
	sandbox.privateKey = privateKey;
	return await sandbox.listen();
}
