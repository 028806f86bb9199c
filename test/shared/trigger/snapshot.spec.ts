import type { IDataObject } from 'n8n-workflow';
import type { RowFormat } from '../../../nodes/shared/trigger/row';
import {
	MOST_BYTES,
	readSnapshot,
	rowsIn,
	usersText,
	writeSnapshot,
} from '../../../nodes/shared/trigger/snapshot';

const format: RowFormat = {
	id: 'id',
	watched: ['name'],
	unwatched: [],
	absent: {},
	fingerprints: false,
	salt: '',
};
const snapshot = { scope: 'abc', counter: 3, users: '1|Ann\n2|Bo~.' };
const saved = { version: 1, ...snapshot };

describe('a snapshot', () => {
	it('is written with its version, and read back', () => {
		const data: IDataObject = { other: 1 };
		writeSnapshot(data, snapshot);
		expect(data).toEqual({ other: 1, ...saved });
		expect(readSnapshot(data)).toEqual(snapshot);
	});

	it.each([{}, { other: 1 }])('is not there in %j', (data) => {
		expect(readSnapshot(data)).toBeUndefined();
	});

	it('may be of no user', () => {
		expect(readSnapshot({ ...saved, users: '', counter: 0 })).toMatchObject({ users: '' });
	});

	it.each([2, 1.5, 99])('of the later version %s is told, and how to go on', (version) => {
		const reading = () => readSnapshot({ ...saved, version });
		expect(reading).toThrow(
			`later version of this package (format ${version}; this version reads 1).`,
		);
		expect(reading).toThrow(
			expect.objectContaining({
				description: expect.stringMatching(/^Update the package\. To start anew, rename this node/),
			}),
		);
	});

	it.each([
		...[{ version: 0 }, { version: '2' }, { version: null }, { version: undefined }],
		...[
			{ scope: undefined },
			{ scope: 1 },
			{ scope: '' },
			{ users: undefined },
			{ users: ['1|Ann'] },
		],
		...[
			{ counter: -1 },
			{ counter: 0.5 },
			{ counter: 2 ** 53 },
			{ counter: '3' },
			{ counter: null },
		],
	])('with %j is damaged', (change) => {
		const reading = () => readSnapshot({ ...saved, ...change } as IDataObject);
		expect(reading).toThrow('What this node remembers of the last poll is damaged');
		expect(reading).toThrow(
			expect.objectContaining({ description: expect.stringMatching(/^To start anew, rename/) }),
		);
	});

	it.each(['version', 'scope', 'counter', 'users'])('with nothing but %s is damaged', (name) => {
		expect(() => readSnapshot({ [name]: saved[name as keyof typeof saved] })).toThrow('is damaged');
	});
});

describe('the users of a snapshot', () => {
	it('are one line each, in order', () => {
		const rows = rowsIn(snapshot, format);
		expect([...rows]).toEqual([
			['1', '1|Ann'],
			['2', '2|Bo'],
		]);
		expect(usersText(rows)).toBe(snapshot.users);
	});

	it('may be nobody', () => {
		expect([...rowsIn({ ...snapshot, users: '~.' }, format)]).toEqual([]);
		expect(usersText(new Map())).toBe('~.');
	});

	it.each([
		'1|Ann\n',
		'\n1|Ann',
		'1|Ann\n\n2|Bo',
		'1',
		'1|Ann|x',
		'1|Ann\n1|Bo',
		'=1|Ann\n1|Bo',
		'|Ann',
		'1|Ann\r\n2|Bo',
	])('are damaged in %j', (lines) => {
		expect(() => rowsIn({ ...snapshot, users: `${lines}~.` }, format)).toThrow('is damaged');
	});

	it('are damaged wherever they are cut', () => {
		const users = usersText(
			new Map([
				['1', '1|Ann'],
				['2', '2|~3g.Bo'],
			]),
		);
		for (let length = 0; length < users.length; length++) {
			const cut = { ...snapshot, users: users.slice(0, length) };
			expect(() => rowsIn(cut, format)).toThrow('is damaged');
		}
		expect(rowsIn({ ...snapshot, users }, format).size).toBe(2);
	});
});

describe('the size of a snapshot', () => {
	/** With the mark of its end. */
	const rowsOf = (bytes: number) => new Map([['1', 'ü'.repeat(bytes / 2 - 1)]]);

	it('may reach 8,000,000 bytes', () => {
		expect(MOST_BYTES).toBe(8_000_000);
		expect(Buffer.byteLength(usersText(rowsOf(MOST_BYTES)))).toBe(MOST_BYTES);
	});

	it('beyond is an error that says how to need less', () => {
		const saving = () => usersText(new Map([...rowsOf(MOST_BYTES - 2), ['2', 'a']]));
		expect(() => saving()).not.toThrow();
		const tooLong = () => usersText(new Map([...rowsOf(MOST_BYTES), ['2', 'a']]));
		expect(tooLong).toThrow(
			'The list is too long to remember: 2 users take 8,000,002 bytes, and 8,000,000 is the limit.',
		);
		expect(tooLong).toThrow(
			expect.objectContaining({
				description: expect.stringMatching(
					/'Remember'.*'Fingerprints'.*'Fields to Watch'.*filters/,
				),
			}),
		);
	});
});
