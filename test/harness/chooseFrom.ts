import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ILoadOptionsFunctions,
	INode,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData';
import { type CredentialData, CredentialStore } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { HarnessNodeTypes } from './nodeTypes';
import { packageName, sourcePackage, type NodePackage } from './nodePackage';

export interface Opening {
	/** `quo` */
	node: string;
	/** The field's `searchListMethod` or `loadOptionsMethod`. */
	method: string;
	/** Where the field is: `user`, `filters.skillId`. */
	field: string;
	/** What the other fields hold. */
	parameters?: INodeParameters;
	/** Data by credential type. */
	credentials: CredentialData;
	/** What was typed. */
	filter?: string;
	paginationToken?: string;
	from?: NodePackage;
}

type Methods = NonNullable<INodeType['methods']>;

/** Runs a method of the node as n8n does it (n8n 2.41, dist/services/dynamic-node-parameters.service.js). */
async function inEditor<Shown>(
	opening: Opening,
	run: (methods: Methods, context: ILoadOptionsFunctions) => Promise<Shown> | undefined,
): Promise<Shown> {
	const { from = sourcePackage(), parameters = {}, credentials } = opening;
	const nodeTypes = new HarnessNodeTypes(from, {});
	const type = `${packageName}.${opening.node}`;
	const node: INode = {
		parameters,
		id: 'uuid-1234',
		name: 'Temp-Node',
		type,
		typeVersion: 1,
		position: [0, 0],
		credentials: Object.fromEntries(
			Object.keys(credentials).map((name) => [name, { id: name, name }]),
		),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const helper = new HarnessCredentialsHelper(new CredentialStore(from, credentials));
	const additionalData = createAdditionalData(helper);
	additionalData.currentNodeParameters = parameters;
	const { methods = {} } = nodeTypes.getByNameAndVersion(type);
	const temporary = workflow.nodes['Temp-Node'] ?? node;
	const path = `parameters.${opening.field}`;
	await workflow.expression.acquireIsolate();
	try {
		const context = new LoadOptionsContext(workflow, temporary, additionalData, path);
		const shown = run(methods, context as ILoadOptionsFunctions);
		if (!shown) throw new Error(`Node type does not have method defined: ${opening.method}`);
		return await shown;
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** What the editor shows when a list is opened, typed in or scrolled. */
export const chooseFrom = async (opening: Opening): Promise<INodeListSearchResult> =>
	await inEditor(opening, ({ listSearch }, context) =>
		listSearch?.[opening.method]?.call(context, opening.filter, opening.paginationToken),
	);

/** What the editor shows in a field in which several can be chosen. */
export const chooseSeveralFrom = async (opening: Opening): Promise<INodePropertyOptions[]> =>
	await inEditor(opening, ({ loadOptions }, context) =>
		loadOptions?.[opening.method]?.call(context),
	);

/** Scrolls to the end: all results of one filter, answer by answer. */
export async function scrollThrough(opening: Opening): Promise<INodeListSearchResult['results'][]> {
	const answers: INodeListSearchResult['results'][] = [];
	let token: string | undefined;
	do {
		const answer = await chooseFrom({ ...opening, ...(token && { paginationToken: token }) });
		answers.push(answer.results);
		token = answer.paginationToken;
	} while (token !== undefined);
	return answers;
}
