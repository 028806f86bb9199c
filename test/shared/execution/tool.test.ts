import type { IDataObject } from 'n8n-workflow';
import { equals, readFilters } from '../../../nodes/shared/operations/filters';
import { outputOf } from '../../../nodes/shared/output/shape';
import { fakeRun, node } from '../fakeItem';

const EMPTY = ['', ' ', '\u00a0', null, undefined, [], { mode: 'list', value: '' }];

const itemOf = (parameters: IDataObject, type: string) => fakeRun(parameters, { type }).item();

const filters = [
	{
		field: { displayName: 'Team', name: 'team', type: 'string' as const, default: '' },
		test: equals('team'),
	},
];

describe.each(EMPTY)('a field with %j', (empty) => {
	const parameters = {
		filters: { team: empty },
		options: { retries: empty, timeout: 9000 },
		limit: empty,
		output: empty,
		returnAll: empty,
		name: empty,
	} as IDataObject;

	it('is not given where a model fills it in', () => {
		const item = itemOf(parameters, 'made-up.nodeTool');
		expect(readFilters(item, filters)).toEqual({ query: {} });
		expect(item.options).toEqual({ timeout: 9000 });
		expect(item.settings).toMatchObject({ retries: 4, timeoutMs: 9000 });
		expect(outputOf(item)).toBe('simplified');
		expect([item.parameter('limit'), item.parameter('returnAll')]).toEqual([50, false]);
		expect(item.parameter('name') ?? null).toEqual(empty ?? null);
	});

	it('is an error in a workflow', () => {
		const item = itemOf(parameters, node.type);
		expect(() => readFilters(item, filters)).toThrow(/'Team' is empty|must be text/);
		expect(() => item.settings).toThrow("'Retries'");
		expect(() => outputOf(item)).toThrow("'Output'");
	});
});

it('what a model gives is taken', () => {
	const item = itemOf({ limit: 7, options: { retries: 0 }, filters: { team: 'A' } }, 'a.nodeTool');
	expect([item.parameter('limit'), item.settings.retries]).toEqual([7, 0]);
	expect(readFilters(item, filters).passes?.({ team: 'a' })).toBe(true);
});
