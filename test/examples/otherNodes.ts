import { randomBytes } from 'node:crypto';
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
} from 'n8n-workflow';

const main = [NodeConnectionTypes.Main];

const described = (name: string, fields: string[], inputs = main): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['output'],
	version: [1, 2, 2.1, 2.2, 2.3],
	description: name,
	defaults: { name },
	inputs,
	outputs: main,
	properties: fields.map((field): INodeProperties => {
		return { displayName: field, name: field, type: 'json', default: '' };
	}),
});

/** Returns its parameters for each item, with their expressions resolved. */
const echo = (name: string, parameters: string[]): INodeType => ({
	description: described(name, parameters),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData().map((_, item): INodeExecutionData => {
			const json: IDataObject = {};
			for (const each of parameters) {
				json[each] = this.getNodeParameter(each, item);
			}
			return { json, pairedItem: { item } };
		});
		return [items];
	},
});

const formTrigger: INodeType = {
	description: described('formTrigger', [], []),
	async trigger(this: ITriggerFunctions) {
		return { manualTriggerFunction: async () => this.emit([this.helpers.returnJsonArray([{}])]) };
	},
};

/** All items' json in one list. */
const aggregate: INodeType = {
	description: described('aggregate', ['destinationFieldName']),
	async execute(this: IExecuteFunctions) {
		const field = String(this.getNodeParameter('destinationFieldName', 0));
		const items = this.getInputData();
		const pairedItem = items.map((_, item) => ({ item }));
		return [[{ json: { [field]: items.map(({ json }) => json) }, pairedItem }]];
	},
};

/** Its operation *Remove Items Processed in Previous Executions*, for one execution. */
const removeDuplicates: INodeType = {
	description: described('removeDuplicates', ['operation', 'dedupeValue']),
	async execute(this: IExecuteFunctions) {
		const seen = new Set<unknown>();
		const items = this.getInputData().flatMap(({ json }, item): INodeExecutionData[] => {
			const value = this.getNodeParameter('dedupeValue', item);
			if (seen.has(value)) return [];
			seen.add(value);
			return [{ json, pairedItem: { item } }];
		});
		return [items];
	},
};

/** Gives these rows instead of a file's. */
const extractFromFile = (rows: IDataObject[]): INodeType => ({
	description: described('extractFromFile', []),
	async execute(this: IExecuteFunctions) {
		return [rows.map((json) => ({ json, pairedItem: { item: 0 } }))];
	},
});

/** Its action *Generate*, in hexadecimal digits. */
const crypto: INodeType = {
	description: described('crypto', ['dataPropertyName', 'stringLength']),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData().map(({ json }, item): INodeExecutionData => {
			const length = Number(this.getNodeParameter('stringLength', item));
			const name = String(this.getNodeParameter('dataPropertyName', item));
			const made = randomBytes(length).toString('hex').slice(0, length);
			return { json: { ...json, [name]: made }, pairedItem: { item } };
		});
		return [items];
	},
};

const SLACK_FIELDS = ['channelId', 'text', 'message'];

/** A message; *Send and Wait* is approved at once. */
const slack: INodeType = {
	description: described('slack', ['operation', ...SLACK_FIELDS]),
	async execute(this: IExecuteFunctions) {
		const value = (name: string, item: number) => this.getNodeParameter(name, item, null);
		const items = this.getInputData().map((_, item): INodeExecutionData => {
			const sent: IDataObject = {};
			for (const name of SLACK_FIELDS) sent[name] = value(name, item);
			return { json: sent, pairedItem: { item } };
		});
		if (value('operation', 0) !== 'sendAndWait') return [items];
		return [[{ json: { ...items[0]?.json, data: { approved: true } }, pairedItem: { item: 0 } }]];
	},
};

/**
 * Stand-ins for n8n's nodes in the examples; e2e/ runs the examples with the real ones. `rows` are in the
 * file that the form takes.
 */
export const otherNodes = (rows: IDataObject[]): Record<string, INodeType> => ({
	'n8n-nodes-base.aggregate': aggregate,
	'n8n-nodes-base.crypto': crypto,
	'n8n-nodes-base.extractFromFile': extractFromFile(rows),
	'n8n-nodes-base.formTrigger': formTrigger,
	'n8n-nodes-base.hubspot': echo('hubspot', ['email', 'additionalFields']),
	'n8n-nodes-base.removeDuplicates': removeDuplicates,
	'n8n-nodes-base.slack': slack,
});
