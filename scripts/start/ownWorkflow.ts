import type { INode } from 'n8n-workflow';
import {
	builtPackage,
	HarnessNodeTypes,
	packageName,
	runWorkflow,
	type CredentialData,
	type NodePackage,
	type WorkflowFile,
} from '../../test/harness';
import { BadInput } from './options';
import { reportFailure, reportNode } from './report';
import { isObject, readJsonObject, readWorkflow } from './workflowFile';

interface Own {
	workflow: string;
	credentials?: string;
}

/** Runs a workflow of the user's, against the providers that its credentials name. */
export async function runOwnWorkflow(
	options: Own,
	classes: NodePackage | Promise<NodePackage> = builtPackage(),
): Promise<boolean> {
	const file = readWorkflow(options.workflow);
	const credentials = options.credentials ? readCredentials(options.credentials) : {};
	const from = await classes;
	checkFields(credentials, from);
	const workflow = prepare(file, from, credentials);
	const run = await runWorkflow({ workflow, credentials, from, onNodeDone: reportNode });
	if (run.error) reportFailure(run.error);
	return run.error === undefined;
}

function readCredentials(file: string): CredentialData {
	return Object.fromEntries(
		Object.entries(readJsonObject(file, 'credentials')).map(([key, fields]) => {
			if (isObject(fields)) return [key, fields];
			throw new BadInput(`In ${file}, "${key}" has to be an object of fields.`);
		}),
	);
}

function checkFields(credentials: CredentialData, from: NodePackage): void {
	for (const [key, fields] of Object.entries(credentials)) {
		const names = from.credential(key)?.properties.map(({ name }) => name);
		const unknown = names && Object.keys(fields).find((field) => !names.includes(field));
		if (unknown === undefined) continue;
		throw new BadInput(`"${key}" has no field "${unknown}"; it has ${names?.join(', ')}.`);
	}
}

function prepare(file: WorkflowFile, from: NodePackage, credentials: CredentialData): WorkflowFile {
	const nodeTypes = new HarnessNodeTypes(from, {});
	const nodes = file.nodes.map(renamed);
	const unknown = nodes.filter((node) => !nodeTypes.has(node.type)).map((node) => node.type);
	if (unknown.length > 0) {
		throw new BadInput(
			`This command can't run ${[...new Set(unknown)].join(', ')}: run that workflow in n8n, or disable those nodes. See npm start -- --help.`,
		);
	}
	if (!nodes.some((node) => node.type === 'n8n-nodes-base.manualTrigger' && !node.disabled)) {
		throw new BadInput('The workflow has no Manual Trigger to start from.');
	}
	const needed = (node: INode) =>
		nodeTypes.getByNameAndVersion(node.type, node.typeVersion).description.credentials ?? [];
	return {
		...file,
		nodes: nodes.map((node) =>
			needed(node).reduce((one, { name }) => equip(one, name, credentials), node),
		),
	};
}

/** Loaded from a custom folder, the nodes go by another name; a disabled node is passed through. */
function renamed(node: INode): INode {
	if (node.disabled) return { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1 };
	return { ...node, type: node.type.replace(/^CUSTOM\./, `${packageName}.`) };
}

/** Sees to it that the node's credential is there: by its id or name, else by its type. */
function equip(node: INode, type: string, credentials: CredentialData): INode {
	const { id, name } = node.credentials?.[type] ?? { id: null, name: type };
	if ([id, name, type].some((key) => key && key in credentials)) {
		return { ...node, credentials: { ...node.credentials, [type]: { id, name } } };
	}
	throw new BadInput(
		`The node "${node.name}" needs "${type}", which the credentials file doesn't have. See npm start -- --help.`,
	);
}
