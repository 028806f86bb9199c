import { loadOutputSchema } from 'n8n-core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { descriptionOf, folderOf } from '../harness/providers';
import { directories } from '../../nodes/UserDirectory/directories';
import { withoutRate } from '../harness/withoutRate';
import { peopleOperations, peopleSchemaOf } from './people';

/** The User Directory node, as n8n's editor and an agent see it. */

for (const { provider } of directories) withoutRate(provider.connection);

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes()));
afterAll(async () => await sandboxes.close());

const { properties, usableAsTool } = descriptionOf('userDirectory');
const operation = properties.find(({ name }) => name === 'operation');
const offered = (operation?.options ?? []) as INodePropertyOptions[];

it('has a preview of each operation', () => {
	expect(offered.map(({ value }) => value).sort()).toEqual([...peopleOperations].sort());
});

it.each(peopleOperations)('%s has the preview that n8n asks for', async (name) => {
	const asked = { resource: 'person', operation: name, version: 1 };
	const preview = loadOutputSchema({ ...asked, nodeDir: folderOf('userDirectory') });
	// npm run schemas writes what is missing here
	expect(preview).toEqual({ ...(await peopleSchemaOf(name, sandboxes)), version: 1 });
});

describe('as a tool of an agent', () => {
	const fields = properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? ((property.options ?? []) as INodeProperties[]) : []),
	]);
	const described = fields
		.filter(({ name, noDataExpression }) => !noDataExpression && name !== 'options')
		.map(
			(property) =>
				[`${property.name} of ${JSON.stringify(property.displayOptions?.show)}`, property] as const,
		);

	it('can be one', () => expect(usableAsTool).toBe(true));

	it.each(described)(
		'%s says more than its name',
		(_name, { displayName, description = '', type }) => {
			if (type === 'collection' && description === '') return;
			const words = description.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
			const known = new Set([...displayName.toLowerCase().split(' '), 'the', 'a', 'of', 'to']);
			expect([description, words.filter((word) => !known.has(word)).length >= 2]).toEqual([
				description,
				true,
			]);
			if (type === 'boolean') expect(description).toMatch(/^Whether /);
		},
	);

	it.each(described.filter(([, { type }]) => type === 'options'))(
		'%s names the values that it takes',
		(_name, { description, options = [] }) => {
			for (const { value } of options as INodePropertyOptions[]) {
				expect(description).toContain(String(value));
			}
		},
	);

	it.each(offered.map((each) => [each.value, each] as const))(
		'%s says plainly what it does, and that it changes something only where it does',
		(value, { description = '' }) => {
			expect(description.split(' ').length).toBeGreaterThanOrEqual(6);
			const changes = /\b(give|take|create|remove)\b/i.test(description);
			expect(changes).toBe(['onboard', 'offboard'].includes(String(value)));
			if (changes) expect(description).toContain('Dry Run');
		},
	);
});
