import { deepCopy, NodeConnectionTypes, NodeOperationError, validateFieldType } from 'n8n-workflow';
import type {
	AssignmentCollectionValue,
	AssignmentValue,
	FieldType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** Edit Fields (Set), manual mapping, all or none of the other fields. */
export class Set implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Edit Fields (Set)',
		name: 'set',
		group: ['input'],
		version: [3.3, 3.4, 3.5],
		description: 'Modify, add, or remove item fields',
		defaults: { name: 'Edit Fields' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName: 'Mode',
				name: 'mode',
				type: 'options',
				options: [{ name: 'Manual Mapping', value: 'manual' }],
				default: 'manual',
			},
			{
				displayName: 'Fields to Set',
				name: 'assignments',
				type: 'assignmentCollection',
				default: {},
			},
			{
				displayName: 'Include Other Input Fields',
				name: 'includeOtherFields',
				type: 'boolean',
				default: false,
			},
			{ displayName: 'Options', name: 'options', type: 'collection', default: {}, options: [] },
		],
	};

	async execute(this: IExecuteFunctions) {
		if (this.getNodeParameter('mode', 0) !== 'manual') {
			throw new NodeOperationError(this.getNode(), 'Only manual mapping can be run here, not JSON');
		}
		const items = this.getInputData().map((item, index): INodeExecutionData => {
			const { assignments } = this.getNodeParameter('assignments', index, {
				assignments: [],
			}) as AssignmentCollectionValue;
			const all = this.getNodeParameter('includeOtherFields', index, false) === true;
			const json: IDataObject = all ? deepCopy(item.json) : {};
			for (const assignment of assignments) {
				put(json, assignment.name.split('.'), valueOf(this, assignment, index));
			}
			return { json, pairedItem: { item: index } };
		});
		return [items];
	}
}

/** Converted as n8n converts it, or refused as n8n refuses it. */
function valueOf(context: IExecuteFunctions, { name, type, value }: AssignmentValue, item: number) {
	if (value === undefined || value === null) return null;
	const given: unknown =
		type === 'string' ? (typeof value === 'object' ? JSON.stringify(value) : String(value)) : value;
	const result = validateFieldType(name, given, type as FieldType);
	if (!result.valid) {
		throw new NodeOperationError(context.getNode(), `${result.errorMessage} [item ${item}]`, {
			itemIndex: item,
		});
	}
	return (result.newValue ?? null) as IDataObject[string];
}

function put(target: IDataObject, [key, ...rest]: string[], value: IDataObject[string]): void {
	if (key === undefined) return;
	if (rest.length === 0) {
		target[key] = value;
		return;
	}
	const inner = target[key];
	const next = typeof inner === 'object' && inner !== null ? (inner as IDataObject) : {};
	target[key] = next;
	put(next, rest, value);
}
