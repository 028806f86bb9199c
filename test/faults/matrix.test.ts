import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { descriptionOf, providerNames } from '../harness/providers';
import { rowOf } from './cell';
import { nameOf } from './column';
import { isPoll } from './fault';
import { cells, columns } from './matrix';

/** `getAll` of the users, `contact getAll` of others. */
const shortNames = ({ displayOptions, options = [] }: INodeProperties): string[] =>
	(displayOptions?.show?.resource ?? []).flatMap((resource) =>
		options.map((option) => {
			const { value } = option as INodePropertyOptions;
			return resource === 'user' ? String(value) : `${String(resource)} ${String(value)}`;
		}),
	);

it.each(providerNames)('every operation of %s is a column', (name) => {
	const offered = descriptionOf(name)
		.properties.filter((property) => property.name === 'operation')
		.flatMap(shortNames);
	const present = columns
		.filter((column) => column.provider === name && !isPoll(column))
		.map(({ operation }) => operation.replace(/ (by |\().*$/, ''));
	expect(offered.length).toBeGreaterThan(0);
	expect([...new Set(present)].sort()).toEqual([...offered].sort());
});

it('every trigger polls', () => {
	const polled = columns.filter(isPoll).map(({ provider }) => provider);
	expect(polled.sort()).toEqual([...providerNames].sort());
});

it('every operation meets every fault that is not of one kind of operation or provider alone', () => {
	const everywhere = ['connection refused', 'reset before the answer', 'reset inside the body'];
	everywhere.push('a hang', 'an answer that drips too slowly', 'HTML with 200', 'nothing with 200');
	everywhere.push('malformed JSON', 'truncated gzip', 'HTTP 408', 'HTTP 500', 'HTTP 502');
	everywhere.push('HTTP 503', '429', '429, Retry-After in seconds', '429, Retry-After a date');
	everywhere.push('429, Retry-After an hour', 'redirect within the origin');
	everywhere.push('redirect to another origin', 'a refusal that echoes the request');
	const present = new Set(cells.map(({ fault, column }) => `${rowOf(fault)} × ${nameOf(column)}`));
	const wanted = everywhere.flatMap((name) =>
		columns.flatMap((column) =>
			['once', 'ever'].map((times) => `${name}, ${times} × ${nameOf(column)}`),
		),
	);
	expect(wanted.filter((name) => !present.has(name))).toEqual([]);
});

it('no cell comes twice', () => {
	const names = cells.map(
		({ fault, column }) => `${rowOf(fault)} × ${nameOf(column)} ${String(fault.carriedOut)}`,
	);
	expect(new Set(names).size).toBe(names.length);
});
