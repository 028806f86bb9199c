import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { pickerSource, RunContext } from '../../../nodes/shared/execution/runContext';
import { NodeForm } from '../../../nodes/shared/picker/nodeForm';
import { node, plainConnection } from '../fakeItem';

function formOf(parameters: IDataObject): NodeForm {
	const functions: unknown = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCurrentNodeParameter: (name: string) => parameters[name],
	};
	return new NodeForm(
		new RunContext(pickerSource(functions as ILoadOptionsFunctions), plainConnection),
	);
}

it.each([
	[
		{ mode: 'list', value: '7' },
		{ mode: 'id', value: '7' },
	],
	[
		{ mode: 'name', value: ' Sales ' },
		{ mode: 'name', value: 'Sales' },
	],
	['7', { mode: 'id', value: '7' }],
	[{ mode: 'list', value: '' }, undefined],
	[undefined, undefined],
	[null, undefined],
	['  ', undefined],
])('a field that holds %j is %j', (value, locator) => {
	const form = formOf(value === undefined ? {} : { application: value });
	expect(form.locator('application', 'Application')).toEqual(locator);
});

it.each([{ mode: 'id', value: '={{ $json.id }}' }, '={{ $json.id }}'])(
	'an expression is refused, since its value is not known yet: %j',
	(application) => {
		expect(() => formOf({ application }).locator('application', 'Application')).toThrow(
			expect.objectContaining({
				message: "'Application' is an expression that n8n evaluates only when the workflow runs.",
				description: expect.stringContaining("Choose a fixed 'Application'"),
			}),
		);
	},
);

it.each([
	[{ requestsPerSecond: 2 }, 2],
	[{ requestsPerSecond: 0 }, 0],
	[{ requestsPerSecond: -1 }, undefined],
	[{ requestsPerSecond: '={{ 5 }}' }, undefined],
	[{}, undefined],
	[undefined, undefined],
])('the rate in the options %j is %p', (options, rate) => {
	expect(formOf(options ? { options } : {}).requestsPerSecond).toBe(rate);
});
