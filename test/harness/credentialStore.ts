import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeCredentialsDetails,
} from 'n8n-workflow';
import { OAuth2Api } from './builtIn/oAuth2Api';
import type { NodePackage } from './nodePackage';

/** A credential's fields, by the credential's id, its name, or its type. */
export type CredentialData = Record<string, Record<string, unknown>>;

/** What n8n keeps in its database. Every reading is a copy, as decrypting gives one. */
export class CredentialStore {
	/** How often credentials were decrypted. */
	readings = 0;

	private readonly data: CredentialData;

	constructor(
		private readonly source: NodePackage,
		data: CredentialData,
		private readonly added: ICredentialType[] = [],
	) {
		this.data = structuredClone(data);
	}

	typeOf(name: string): ICredentialType {
		const known = [...this.added, new OAuth2Api()];
		const type = known.find((one) => one.name === name) ?? this.source.credential(name);
		if (!type) throw new Error(`Unrecognized credential type: ${name}`);
		return type;
	}

	read(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
		const key = this.keyOf(details, type);
		const data = key === undefined ? undefined : this.data[key];
		if (!data) {
			throw new Error(`Credential with ID "${details.id}" does not exist for type "${type}".`);
		}
		this.readings += 1;
		return structuredClone(data) as ICredentialDataDecryptedObject;
	}

	write(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject) {
		const key = this.keyOf(details, type) ?? type;
		this.data[key] = structuredClone(data);
	}

	/** What is stored now. */
	get stored(): CredentialData {
		return structuredClone(this.data);
	}

	has(details: INodeCredentialsDetails, type: string): boolean {
		return this.keyOf(details, type) !== undefined;
	}

	private keyOf({ id, name }: INodeCredentialsDetails, type: string): string | undefined {
		return [id, name, type].find((key) => typeof key === 'string' && key in this.data) ?? undefined;
	}
}
