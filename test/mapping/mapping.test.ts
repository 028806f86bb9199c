import fc from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { scimUser } from '../../nodes/shared/output/scim';
import { descriptionOf, fromEachProvider } from '../harness/providers';
import type { Mapping } from './mapping';
import { asScim } from './scimLibrary';

const KEYS = [
	...['provider', 'id', 'userName', 'displayName', 'givenName', 'familyName', 'email', 'phone'],
	...['title', 'department', 'team', 'role', 'active', 'photoUrl', 'createdAt', 'updatedAt'],
];
const NOTHING = [null, '', '   ', undefined];
const ODD = [
	[],
	{},
	['a', 2, null],
	{ value: 'x' },
	true,
	false,
	0,
	-1.5,
	1e21,
	'\u0000',
	'☎',
	'𝓩',
];
const HUGE = 'ü'.repeat(100_000);

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);

/** The raw fields that the node offers under Selected Fields. */
function offered(provider: string): string[] {
	const isFields = ({ name, displayOptions }: INodeProperties) =>
		name === 'fields' && (displayOptions?.show?.resource ?? ['user']).includes('user');
	const fields = descriptionOf(provider).properties.filter(isFields);
	return [
		...new Set(
			fields.flatMap(({ options = [] }) =>
				options.map(({ name, ...more }) => ('value' in more ? String(more.value) : name)),
			),
		),
	];
}

const mappings = Object.entries(fromEachProvider<Mapping>('mapping'));

describe.each(mappings)('the users of %s', (provider, { shapes, id: idField, fields }) => {
	const user71: IDataObject = { [idField]: 71 };
	const unify = (more: object) => ({ ...shapes.unify({ ...user71, ...more }) });
	const scim = (more: object) => {
		const user = { ...user71, ...more };
		return scimUser(shapes.unify(user), shapes.phones?.(user) ?? []);
	};
	const bare = Object.fromEntries(KEYS.map((key) => [key, null]));
	const empty = { ...bare, provider, id: '71' };
	const examples = Object.entries(fields).map(([name, field]) => ({ name, ...field }));

	it('have an example here of every field that can be selected', () => {
		expect(Object.keys(fields).sort()).toEqual(offered(provider).sort());
	});

	it('with only an ID are unified with every key, in order', () => {
		expect(unify({})).toEqual(empty);
		expect(Object.keys(unify({}))).toEqual(KEYS);
	});

	it.each(examples)('map $name to its unified fields alone', ({ name, example, unified }) => {
		expect(unify({ [name]: example })).toEqual({ ...empty, ...unified });
	});

	it.each(examples)('give null where $name is null, empty or blank', ({ name }) => {
		for (const value of NOTHING) {
			const expected = name === idField ? { ...empty, id: null } : empty;
			expect(unify({ [name]: value })).toEqual(expected);
		}
	});

	it.each(examples)('are unified whatever $name is', ({ name }) => {
		for (const odd of [...ODD, HUGE]) {
			const user = unify({ [name]: odd });
			expect(Object.keys(user)).toEqual(KEYS);
			for (const [key, value] of Object.entries(user)) {
				expect(['null', key === 'active' ? 'boolean' : 'string']).toContain(kindOf(value));
			}
		}
	});

	it.each(examples)('are valid in SCIM whatever $name is', ({ name, example }) => {
		const values = name === idField ? [example] : [example, ...NOTHING, ...ODD, HUGE];
		for (const value of values) {
			const user = scim({ [name]: value });
			expect(asScim(user)).toEqual(user);
		}
	});

	it('are valid in SCIM with all their fields, and lose none', () => {
		const user = scim(Object.fromEntries(examples.map(({ name, example }) => [name, example])));
		expect(asScim(user)).toEqual(user);
		expect(Object.keys(user).length).toBeGreaterThan(6);
	});

	it('are valid in SCIM whatever all of them are', () => {
		const value = fc.oneof(
			fc.constantFrom(...NOTHING, ...ODD),
			fc.string({ unit: 'binary' }),
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
			fc.webUrl(),
			fc.emailAddress(),
		);
		const user = fc.record(Object.fromEntries(examples.map(({ name }) => [name, value])));
		fc.assert(
			fc.property(user, (raw) => {
				const made = scim({ ...raw, ...user71 });
				expect(asScim(made)).toEqual(made);
			}),
		);
	});
});
