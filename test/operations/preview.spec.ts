import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { table } from './operations';

/** Before the first run the editor shows the fields of Simplified, whatever the output is. */

const withOutput = table.filter(([, { properties }]) =>
	properties.some(({ name }) => name === 'output'),
);

it('every operation but those that delete has an output to choose', () => {
	const without = table.filter((each) => !withOutput.includes(each));
	expect(without.map(([name]) => name).filter((name) => !name.endsWith('.delete'))).toEqual([]);
});

it.each(withOutput)('%s says where the preview does not fit', (_name, { properties, ...under }) => {
	const at = properties.findIndex(({ name }) => name === 'output');
	const notice = properties[at + 1] as INodeProperties;
	expect(notice).toMatchObject({
		type: 'notice',
		displayName: 'Run the step once to see its fields',
	});
	const choices = (properties[at]?.options ?? []) as INodePropertyOptions[];
	const { resource, operation } = under;
	for (const { value } of choices) {
		const values = { resource, operation: String(operation.value), output: String(value) };
		const shown = NodeHelpers.displayParameter(values, notice, null, null);
		expect([value, shown]).toEqual([value, value !== 'simplified']);
	}
});
