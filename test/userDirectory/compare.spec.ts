import type { IDataObject } from 'n8n-workflow';
import { at, PeopleFixture } from './fixture';

const fixture = new PeopleFixture();

async function compare(roster: IDataObject[], parameters = {}) {
	const { run, error, messages } = await fixture.run(
		{ operation: 'compare', directories: ['quo', 'worksection'], ...parameters },
		{ input: roster },
	);
	const outputs = [0, 1, 2, 3].map((output) => run.items('Node under test', output));
	const [matched, missing, extra, review] = outputs.map((items) => items.map(({ json }) => json));
	return {
		matched: matched!,
		missing: missing!,
		extra: extra!,
		review: review!,
		outputs,
		error,
		messages,
	};
}

beforeEach(() => {
	for (const index of [0, 1, 2, 3]) {
		fixture.setEmail('quo', index, `p${index}@example.com`);
		fixture.setEmail('worksection', index, `p${index + 1}@example.com`);
	}
});

describe('Compare with Roster', () => {
	it('tells who is there, who is missing and who is extra, per directory', async () => {
		const roster = [
			{ email: 'P1@example.com' },
			{ email: 'p0@example.com' },
			{ email: 'new@x.com' },
		];
		const { matched, missing, extra, review, outputs } = await compare(roster);
		const told = (items: IDataObject[]) =>
			items.map(({ email, directory }) => `${String(email)} ${String(directory)}`);
		expect(told(matched)).toEqual([
			'p1@example.com worksection',
			'p1@example.com quo',
			'p0@example.com quo',
		]);
		expect(told(missing)).toEqual([
			'p0@example.com worksection',
			'new@x.com worksection',
			'new@x.com quo',
		]);
		expect(told(extra).sort()).toEqual(
			[
				'p2@example.com quo',
				'p2@example.com worksection',
				'p3@example.com quo',
				'p3@example.com worksection',
				'p4@example.com worksection',
			].sort(),
		);
		expect(review).toEqual([]);
		expect(at(matched, 0)).toMatchObject({ roster: roster[0], differences: [] });
		expect(at(outputs[0]!, 2).pairedItem).toEqual({ item: 1 });
		expect(at(outputs[2]!, 0).pairedItem).toEqual({ item: 0 });
	});

	it('lists what differs, after folding', async () => {
		Object.assign(at(fixture.people('quo'), 0), {
			firstName: 'Ann',
			lastName: 'Lee',
			role: 'admin',
		});
		const pairs = [
			{ field: 'displayName', rosterField: 'person.name' },
			{ field: 'role', rosterField: 'role' },
			{ field: 'familyName', rosterField: 'surname' },
			{ field: 'givenName', rosterField: 'first' },
		];
		const { matched } = await compare(
			[{ email: 'p0@example.com', person: { name: 'ANN  LEE' }, role: 'member', first: '' }],
			{ directories: ['quo'], compareFields: { pairs } },
		);
		expect(at(matched, 0).differences).toEqual([
			{ field: 'role', roster: 'member', directory: 'admin' },
			{ field: 'givenName', roster: '', directory: 'Ann' },
		]);
	});

	it('sends to Review what nobody can be sure about, and nowhere else', async () => {
		fixture.setEmail('quo', 3, 'p1@example.com');
		Object.assign(at(fixture.people('worksection'), 3), { email: '' });
		const roster = [
			{ email: 'p1@example.com' },
			{ email: '' },
			{ email: 'a@x.com, b@x.com' },
			{ email: 'twice@x.com' },
			{ email: 'Twice@x.com' },
		];
		const { matched, missing, review, outputs } = await compare(roster);
		expect([...matched, ...missing]).toEqual([]);
		expect(review.map(({ email, directory }) => [email, directory])).toEqual([
			['p1@example.com', 'worksection'],
			['p1@example.com', 'quo'],
			[null, null],
			[null, null],
			['twice@x.com', null],
			['twice@x.com', null],
			[null, 'worksection'],
		]);
		expect(outputs[3]!.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 2, 3, 4, 0].map((item) => ({ item })),
		);
	});

	it('leaves out what is ignored, on both sides', async () => {
		const ignore = 'p1@example.com\n\n@bots.example.com';
		fixture.setEmail('quo', 3, 'bot@bots.example.com');
		const { matched, missing, extra } = await compare(
			[{ email: 'p1@example.com' }, { email: 'p0@example.com' }, { email: 'x@bots.example.com' }],
			{ directories: ['quo'], ignore },
		);
		expect(matched.map(({ email }) => email)).toEqual(['p0@example.com']);
		expect(missing).toEqual([]);
		expect(extra.map(({ email }) => email)).toEqual(['p2@example.com']);
	});

	it.each<[string, IDataObject[], object, string]>([
		[
			'a roster without addresses',
			[{ mail: 'a@x.com' }],
			{},
			'The input item does not have an e-mail address',
		],
		[
			'a roster with one address for all',
			Array.from({ length: 30_000 }, () => ({ email: 'a@x.com' })),
			{},
			'All 30000 input items have the same e-mail address',
		],
		[
			'a bad line to ignore',
			[{ email: 'a@x.com' }],
			{ ignore: 'a@x.com\nbots' },
			"Line 2 of 'Ignore'",
		],
		[
			'an unknown field to compare',
			[{ email: 'a@x.com' }],
			{ compareFields: { pairs: [{ field: 'shoe', rosterField: 'x' }] } },
			"'Field' must be one of",
		],
	])('refuses %s, before anything is sent', async (_what, roster, parameters, words) => {
		const { error } = await compare(roster, parameters);
		expect(error?.message).toContain(words);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('says where no row has a field that is to be compared', async () => {
		const pairs = ['name', 'nmae'].map((rosterField) => ({ field: 'displayName', rosterField }));
		const { messages } = await compare([{ email: 'p1@example.com', name: 'Ann' }], {
			compareFields: { pairs },
		});
		expect(messages).toEqual(["No input item has the field 'nmae': it was not compared."]);
	});

	it('says nothing of a field that some rows have', async () => {
		const roster = [{ email: 'p1@example.com' }, { email: 'p0@example.com', name: 'Ann' }];
		const pairs = [{ field: 'displayName', rosterField: 'name' }];
		expect((await compare(roster, { compareFields: { pairs } })).messages).toEqual([]);
	});

	it('takes lines to ignore from a list, too', async () => {
		const roster = [{ email: 'p1@example.com' }, { email: 'p0@example.com' }];
		const ignore = '={{ ["p1@example.com", "p2@example.com"] }}';
		const { matched, extra } = await compare(roster, { directories: ['quo'], ignore });
		expect([...matched, ...extra].map(({ email }) => email)).toEqual([
			'p0@example.com',
			'p3@example.com',
		]);
	});

	it('calls nobody missing where a directory can not be read whole', async () => {
		fixture.sandboxes.quo.faults.always({ kind: 'status', status: 503 });
		const { error, outputs } = await compare([{ email: 'p0@example.com' }], {
			options: { retries: 0 },
		});
		expect(error?.message).toMatch(/^Quo: /);
		expect(outputs.flat()).toEqual([]);
	});
});
