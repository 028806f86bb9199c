import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { descriptionOf, providerNames } from '../harness/providers';
import { fillable } from './fillable';
import { operations, table } from './operations';

const described = operations.flatMap((under) =>
	fillable(under).map((field) => [field.name, field.property] as const),
);

const values = ({ options }: INodeProperties): string[] =>
	((options ?? []) as INodePropertyOptions[]).map(({ value }) => String(value));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

describe.each(described)('%s', (_name, property) => {
	const { displayName, description = '', type, modes = [] } = property;

	it('has a description that says more than its name', () => {
		const known = new Set([...wordsOf(displayName), 'the', 'a', 'of', 'to', 'user', 'whether']);
		const said = wordsOf(description).filter((word) => !known.has(word));
		expect([description, said.length >= 2]).toEqual([description, true]);
	});

	it('says what a language model needs to fill it in', () => {
		const needs: Partial<Record<INodeProperties['type'], RegExp>> = {
			boolean: /^Whether /,
			dateTime: /such as 2026-01-31/,
			number:
				/second|number of|how many|how often|more .*than|fewer .*than|after this many|\b0\b|\b1 to/i,
		};
		expect(description).toMatch(needs[type] ?? /./);
		if (type === 'resourceLocator') {
			const ways = modes.map(({ displayName: mode }: INodePropertyMode) =>
				mode
					.replace(/^(By|From) /, '')
					.toLowerCase()
					.replace('email', 'e-mail'),
			);
			for (const way of ways) expect(description.toLowerCase()).toContain(way);
		}
	});

	it('names the values that it takes, where they are few', () => {
		const few = values(property);
		if (few.length === 0 || few.length > 8 || property.name === 'fields') return;
		for (const value of few) expect(description).toContain(value);
	});
});

const READS = ['get', 'getAll'];

describe.each(table)('%s', (_name, { operation, properties, resource }) => {
	const { description = '', value } = operation;
	const changes = /\b(create|change|delete|move|invite|bind|give|take|add|remove)s?\b/i.test(
		description,
	);

	it('says plainly what it does, and that it changes something only where it does', () => {
		expect(wordsOf(description).length).toBeGreaterThanOrEqual(6);
		expect(changes).toBe(!READS.includes(String(value)));
	});

	it('says which version of ACD it is about, where it binds', () => {
		const binds = /bind/i.test(String(value));
		const toVersion1 = binds && resource === 'user';
		expect(/\(ACD version 1 only, not SmartQueue\)$/.test(description)).toBe(toVersion1);
		expect(/SmartQueue/.test(description) || !binds).toBe(true);
	});

	it('gives an agent little unless it is asked for more', () => {
		const usual = (field: string) => properties.find(({ name }) => name === field)?.default;
		if (value !== 'delete') expect(usual('output')).toBe('simplified');
		if (value === 'getAll') expect([usual('returnAll'), usual('limit')]).toEqual([false, 50]);
	});
});

it.each(providerNames)('%s can be a tool of an agent', (node) => {
	expect(descriptionOf(node)).toMatchObject({ usableAsTool: true });
});
