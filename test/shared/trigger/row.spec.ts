import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { comparable } from '../../../nodes/shared/trigger/cell';
import {
	changesIn,
	converted,
	idIn,
	isRow,
	rememberedIn,
	rowOf,
	type RowFormat,
} from '../../../nodes/shared/trigger/row';

const values: RowFormat = {
	id: 'id',
	watched: ['frozen', 'name', 'role'],
	unwatched: ['email'],
	absent: { frozen: false },
	fingerprints: false,
	salt: 'scope',
};
const fingerprints: RowFormat = { ...values, fingerprints: true };
const zoe = { id: 7, name: ' Zoë|# ', role: 'admin', email: 'zoe@example.com', balance: 5 };
const ROW = '=7|=false|Zoë~3g.#|admin|zoe@example.com';

const anyUser = fc.record(
	{
		id: fc.oneof(
			fc.integer(),
			fc.string({ unit: 'binary' }).filter((id) => id.trim() !== ''),
		),
		name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(null, '')),
		role: fc.constantFrom('admin', 'member', '', null, '#a', '=b'),
		email: fc.emailAddress(),
		frozen: fc.constantFrom(true, false, null, ''),
	},
	{ requiredKeys: ['id'] },
) as fc.Arbitrary<IDataObject>;

/** What is remembered of a user. */
const known = (user: IDataObject): IDataObject => ({
	id: comparable(user.id) as string,
	frozen: user.frozen === true,
	name: comparable(user.name) as string,
	role: comparable(user.role) as string,
	email: comparable(user.email) as string,
});

describe('a row', () => {
	it('has the ID, the watched values, then name and address', () => {
		expect(rowOf(zoe, values)).toBe(ROW);
		expect(rememberedIn(ROW, values)).toEqual(known(zoe));
	});

	it('has no cell for watched values where nothing is watched', () => {
		const format = { ...values, watched: [] };
		const row = rowOf(zoe, format);
		expect(row).toBe('=7|zoe@example.com');
		expect(rememberedIn(row, format)).toEqual({ id: 7, email: zoe.email });
		expect(changesIn(row, '=7|new@example.com', format)).toEqual([]);
	});

	it('remembers any user', () => {
		fc.assert(
			fc.property(anyUser, (user) => {
				const row = rowOf(user, values);
				expect(rememberedIn(row, values)).toEqual(known(user));
				expect(idIn(row)).toBe(String(user.id).trim());
				expect(isRow(row, values)).toBe(true);
			}),
		);
	});

	it.each([undefined, null, '', ' '])(
		'takes %j for what the absence of a field means',
		(frozen) => {
			expect(rowOf({ ...zoe, frozen } as IDataObject, values)).toBe(ROW);
			expect(rowOf({ ...zoe, frozen: true }, values)).not.toBe(ROW);
		},
	);

	it('with a fingerprint has the ID and nothing else that can be read', () => {
		const row = rowOf(zoe, fingerprints);
		expect(row).toMatch(/^=7\|#[\w+/]{11}$/);
		expect(rememberedIn(row, values)).toEqual({ id: 7 });
		expect(idIn(row)).toBe('7');
	});

	it('has another fingerprint in another scope, and for other watched values alone', () => {
		const row = rowOf(zoe, fingerprints);
		expect(rowOf(zoe, { ...fingerprints, salt: 'other' })).not.toBe(row);
		expect(rowOf({ ...zoe, role: 'member' }, fingerprints)).not.toBe(row);
		expect(rowOf({ ...zoe, name: 'Zoë|#', email: 'new@example.com' }, fingerprints)).toBe(row);
	});

	it.each([
		[ROW, true],
		[rowOf(zoe, fingerprints), true],
		['7|a|b|c', false],
		['7|a|b|c|d|e', false],
		['7', false],
		['', false],
		['7|a', false],
		['7|#a|b', false],
	])('%j may be one: %s', (row, may) => {
		expect(isRow(row, values)).toBe(may);
	});

	it.each(['|a', '', '~w.|a', '=null|b', '=true|b', '={"id":1}|a'])('%j has no ID', (row) => {
		expect(() => idIn(row)).toThrow('is damaged');
	});

	it('of an ID alone has it, too', () => {
		expect(idIn('US1')).toBe('US1');
	});
});

describe('what differs between two rows', () => {
	const renamed = rowOf({ ...zoe, name: 'Zora', frozen: true }, values);

	it('is told by field, from and to', () => {
		expect(changesIn(ROW, renamed, values)).toEqual([
			{ field: 'frozen', from: false, to: true },
			{ field: 'name', from: 'Zoë|#', to: 'Zora' },
		]);
		expect(changesIn(ROW, ROW, values)).toEqual([]);
	});

	it('is nothing where only what is not watched differs', () => {
		expect(changesIn(ROW, rowOf({ ...zoe, email: 'new@example.com' }, values), values)).toEqual([]);
		expect(changesIn(ROW, rowOf({ ...zoe, id: '7' }, values), values)).toEqual([]);
	});

	it('is unknown where only fingerprints are there', () => {
		const [old, now] = [rowOf(zoe, fingerprints), converted(renamed, fingerprints)];
		expect(changesIn(old, now, fingerprints)).toBeNull();
		expect(changesIn(old, old, fingerprints)).toEqual([]);
		expect(changesIn(old, renamed, values)).toBeNull();
		expect(changesIn(ROW, now, fingerprints)).toBeNull();
	});

	it('is nothing between a row and its own fingerprint', () => {
		fc.assert(
			fc.property(anyUser, (user) => {
				const [row, print] = [rowOf(user, values), rowOf(user, fingerprints)];
				expect(changesIn(row, print, fingerprints)).toEqual([]);
				expect(changesIn(print, row, values)).toEqual([]);
				expect(converted(row, fingerprints)).toBe(print);
			}),
		);
	});
});

describe('a row in another form', () => {
	it('is its fingerprint, and stays as it is otherwise', () => {
		const print = rowOf(zoe, fingerprints);
		expect(converted(ROW, fingerprints)).toBe(print);
		expect(converted(print, fingerprints)).toBe(print);
		expect(converted(print, values)).toBe(print);
		expect(converted(ROW, values)).toBe(ROW);
	});
});
