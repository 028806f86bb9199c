import { Host } from '../host';
import type { Sandbox, StartOptions } from '../sandbox';
import type { Account, VoximplantUser } from './account';
import {
	CHILD_ID,
	KEY_ID,
	PARENT_ID,
	voximplantDefaults,
	VoximplantRoom,
	type VoximplantSettings,
} from './room';
import { keyPair } from './serviceAccount';

export class VoximplantSandbox
	extends Host<VoximplantRoom>
	implements Sandbox<VoximplantUser, VoximplantSettings>
{
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
		return this.room.parent.handOut().people;
	}

	get applications(): Account['applications'] {
		return this.room.parent.handOut().applications;
	}

	get skills(): Account['skills'] {
		return this.room.parent.handOut().skills;
	}

	get queues(): Account['queues'] {
		return this.room.parent.handOut().queues;
	}

	get children(): Account[] {
		return this.room.children.map((child) => child.handOut());
	}
}

export async function startVoximplant(
	options: StartOptions<VoximplantSettings> = {},
): Promise<VoximplantSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const { privateKey, publicKey } = await keyPair();
	const room = new VoximplantRoom({ ...voximplantDefaults, ...changes }, users, publicKey);
	const sandbox = new VoximplantSandbox(room, { latencyMs, port });
	sandbox.privateKey = privateKey;
	return await sandbox.listen();
}
