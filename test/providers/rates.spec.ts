import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { Autocalls } from '../../nodes/Autocalls/Autocalls.node';
import { Quo } from '../../nodes/Quo/Quo.node';
import { Voximplant } from '../../nodes/Voximplant/Voximplant.node';
import { Worksection } from '../../nodes/Worksection/Worksection.node';

const isField = (
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties => 'default' in option;

it.each([
	['Autocalls', new Autocalls(), 0],
	['Quo', new Quo(), 10],
	['Voximplant', new Voximplant(), 0],
	['Worksection', new Worksection(), 1],
])(
	"%s: Requests per Second, once added, begins with the provider's rate, where it has one",
	(_name, node, rate) => {
		const { properties } = node.description;
		const rates = properties
			.flatMap(({ options = [] }) => options)
			.filter(isField)
			.filter(({ name }) => name === 'requestsPerSecond');
		expect(rates.length).toBeGreaterThan(0);
		expect(new Set(rates.map((option) => option.default))).toEqual(new Set([rate]));
	},
);
