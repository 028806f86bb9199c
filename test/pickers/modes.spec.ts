import type { INodeProperties } from 'n8n-workflow';
import { sourcePackage } from '../harness/nodePackage';
import { descriptionOf, providerNames } from '../harness/providers';

/** All fields, those inside collections included. */
function fieldsOf(node: string): INodeProperties[] {
	return descriptionOf(node).properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? ((property.options ?? []) as INodeProperties[]) : []),
	]);
}

const methodsOf = (node: string, kind: 'listSearch' | 'loadOptions'): string[] => {
	const type = sourcePackage().node(node);
	return Object.keys((type && 'methods' in type && type.methods?.[kind]) || {});
};

it.each(providerNames)('every list of %s has its method, and every method its list', (node) => {
	const modes = fieldsOf(node).flatMap(({ modes: all = [] }) => all);
	const lists = modes.filter(({ type }) => type === 'list');
	const named = lists.map(({ typeOptions }) => typeOptions?.searchListMethod ?? '');
	expect([...new Set(named)].sort()).toEqual(methodsOf(node, 'listSearch').sort());
	for (const { name, typeOptions } of lists) {
		expect([name, typeOptions?.searchable]).toEqual(['list', true]);
	}
});

it.each(providerNames)('every field of %s with options to load has its method', (node) => {
	const loaded = fieldsOf(node).flatMap(({ typeOptions }) => typeOptions?.loadOptionsMethod ?? []);
	expect([...new Set(loaded)].sort()).toEqual(methodsOf(node, 'loadOptions').sort());
});

it.each(providerNames)('whatever %s lists is chosen from the list first', (node) => {
	const locators = fieldsOf(node).filter(({ type }) => type === 'resourceLocator');
	expect(locators.map(({ name }) => name)).toContain('user');
	for (const { name, default: usual, modes = [] } of locators) {
		expect([name, usual]).toEqual([name, { mode: 'list', value: '' }]);
		expect(modes.map(({ name }) => name).slice(0, 1)).toEqual(['list']);
		// Worksection's teams, departments and folders are known by name alone.
		expect(modes.some(({ name }) => name === 'id' || name === 'name')).toBe(true);
	}
});
