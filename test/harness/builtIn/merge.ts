import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

/** Its mode *Append*. */
export class Merge implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Merge',
		name: 'merge',
		group: ['transform'],
		version: [3, 3.1, 3.2],
		description: 'Merges data of multiple streams',
		defaults: { name: 'Merge' },
		inputs: `={{ Array.from({ length: $parameter.numberInputs }, () => '${NodeConnectionTypes.Main}') }}`,
		outputs: [NodeConnectionTypes.Main],
		requiredInputs: 1,
		properties: [
			{
				displayName: 'Mode',
				name: 'mode',
				type: 'options',
				options: [{ name: 'Append', value: 'append' }],
				default: 'append',
			},
			{
				displayName: 'Number of Inputs',
				name: 'numberInputs',
				type: 'number',
				default: 2,
			},
		],
	};

	async execute(this: IExecuteFunctions) {
		const inputs = Number(this.getNodeParameter('numberInputs', 0));
		return [Array.from({ length: inputs }, (_, input) => this.getInputData(input)).flat()];
	}
}
