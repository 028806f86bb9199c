import { getAdditionalKeys } from 'n8n-core';
import { ICredentialsHelper, isExpression, NodeHelpers } from 'n8n-workflow';
import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject as Decrypted,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IDataObject,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
	ICredentials,
} from 'n8n-workflow';
import type { CredentialStore } from './credentialStore';

/**
 * n8n's own helper without its database (n8n 2.41, dist/credentials-helper.js): defaults,
 * expressions, `authenticate` in both forms, `preAuthentication`.
 */
export class HarnessCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly store: CredentialStore) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.store.typeOf(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	/** A hidden field may be given, as with n8n's `CREDENTIALS_OVERWRITE_DATA`. */
	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents, properties } = this.store.typeOf(type);
		if (!parents) return properties;
		const merged = parents.flatMap((parent) => this.getCredentialsProperties(parent));
		NodeHelpers.mergeNodeProperties(merged, properties);
		return merged;
	}

	async authenticate(
		credentials: Decrypted,
		typeName: string,
		requestOptions: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.store.typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		if (authenticate === undefined) return requestOptions;
		if (!workflow || !node) {
			throw new Error('Workflow and node are required for declarative credential authentication');
		}
		const resolve = (value: unknown) => resolveValue(value, credentials, { workflow, node });
		return applyGeneric(authenticate, requestOptions, resolve);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Decrypted,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Decrypted | undefined> {
		const token = expirableProperty(this.store.typeOf(typeName));
		if (token === undefined) return undefined;
		if (credentials[token] !== '' && !credentialsExpired && !isCredentialTest(node))
			return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		const details = node.credentials?.[typeName];
		if (!output || !details) return undefined;
		this.store.write(details, typeName, { ...this.store.read(details, typeName), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Decrypted,
		typeName: string,
	) {
		const { preAuthentication } = this.store.typeOf(typeName);
		return (await preAuthentication?.call(helpers, credentials)) as Decrypted | undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The harness keeps no encrypted credentials.');
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveWith?: ICredentialsExpressionResolveValues,
	): Promise<Decrypted> {
		const stored = this.store.read(details, type);
		if (raw === true) return stored;
		const data = this.withDefaults(type, stored);
		if (!resolveWith) return data;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } =
			resolveWith;
		return workflow.expression.getParameterValue(
			data as INode['parameters'],
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
			false,
			data,
		) as Decrypted;
	}

	withDefaults(type: string, data: Decrypted): Decrypted {
		const properties = this.getCredentialsProperties(type);
		const given = data as INode['parameters'];
		const complete = NodeHelpers.getNodeParameters(properties, given, true, false, null, null);
		return (complete ?? {}) as Decrypted;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: Decrypted,
	): Promise<void> {
		this.store.write(details, type, data);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: Decrypted,
	): Promise<void> {
		const { oauthTokenData } = data;
		const stored = this.store.read(details, type);
		this.store.write(details, type, { ...stored, ...(oauthTokenData && { oauthTokenData }) });
	}
}

const expirableProperty = ({ properties }: ICredentialType): string | undefined =>
	properties.find(({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true)
		?.name;

const isCredentialTest = ({ parameters, type }: INode): boolean =>
	parameters.temp === '' && type === 'n8n-nodes-base.noOp';

function applyGeneric(
	{ properties }: IAuthenticateGeneric,
	options: IHttpRequestOptions,
	resolve: (value: unknown) => string,
): IHttpRequestOptions {
	const parts = Object.entries(properties).map(([part, values]) => {
		const added = Object.entries(values as IDataObject).map(([key, value]) => [
			resolve(key),
			resolve(value),
		]);
		const there = options[part as keyof IHttpRequestOptions] as IDataObject | undefined;
		return [part, { ...there, ...Object.fromEntries(added) }];
	});
	return Object.assign(options, Object.fromEntries(parts));
}

function resolveValue(
	value: unknown,
	$credentials: Decrypted,
	{ workflow, node }: { workflow: Workflow; node: INode },
): string {
	if (!isExpression(value)) return value as string;
	const keys = { $credentials };
	const found = workflow.expression.getSimpleParameterValue(
		node,
		value,
		'internal',
		keys,
		undefined,
		'',
	);
	return found ? String(found) : '';
}
