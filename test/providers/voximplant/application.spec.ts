import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { at, VoximplantFixture, by, ids } from './fixture';

const fixture = new VoximplantFixture(40);
const all = async (parameters: INodeParameters) =>
	await fixture.getAll({ returnAll: true, ...parameters });

describe('the application', () => {
	const [OURS, THEIRS] = ['support.acme.voximplant.com', 'old-support.acme.voximplant.com'];
	/** Every fourth user belongs to an application whose name contains that of ours. */
	const tangle = () => {
		const ours = at(fixture.sandbox.applications, 0);
		const theirs = Object.assign(at(fixture.sandbox.applications, 2), { application_name: THEIRS });
		for (const [index, user] of fixture.sandbox.people.entries()) {
			user.applications = index % 4 === 0 ? [theirs] : [ours];
		}
	};
	const isOurs = (user: { applications: { application_name: string }[] }) =>
		user.applications.some(({ application_name: name }) => name === OURS);

	it.each([OURS, 'support'])(
		'is sent as a name, %s, and matches no part of another',
		async (name) => {
			tangle();
			const run = await all({ application: by('name', ` ${name} `), options: { pageSize: 15 } });
			expect(ids(run)).toEqual(fixture.expectedIds(isOurs));
			expect(run.messages).toEqual([]);
			for (const { query } of fixture.sandbox.log) {
				expect(query).toMatchObject({ application_name: name });
				expect(query).not.toHaveProperty('application_id');
			}
		},
	);

	it.each([undefined, null, []])('is believed where users come with %j of them', async (none) => {
		const users = [1, 2].map((user_id) => ({ user_id, applications: none }));
		const body = { result: users, total_count: 2, count: 2 };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const run = await all({ application: by('name', OURS) });
		expect(ids(run)).toEqual([1, 2]);
		expect(run.messages).toEqual([]);
	});

	it('is sent as an id', async () => {
		tangle();
		const { application_id: id } = at(fixture.sandbox.applications, 2);
		const run = await all({ application: by('id', ` ${id} `) });
		expect(ids(run)).toEqual(fixture.expectedIds((user) => !isOurs(user)));
		expect(fixture.calls).toEqual([`GetUsers?application_id=${id}&count=100&offset=0`]);
	});

	it.each([[{}], [{ createdAfter: '2000-01-01' }]])(
		'leads on by name without a gap or a repeat, whoever lies between, with filters %j',
		async (filters) => {
			tangle();
			const application = by('name', OURS);
			const chain: unknown[] = [];
			for (let offset: number | undefined = 0; offset !== undefined;) {
				const options = { offset, pageSize: 10 };
				const run = await fixture.getAll({ application, limit: 4, filters, options });
				chain.push(...ids(run));
				const next = /'Offset' under Options to (\d+)/.exec(run.messages.join())?.[1];
				offset = next === undefined ? undefined : Number(next);
			}
			expect(chain).toEqual(fixture.expectedIds(isOurs));
		},
	);

	it.each([
		[
			by('name', 'nothing'),
			/^Voximplant: Invalid application name \(code 107\)\. Check 'Application'/,
		],
		[
			by('id', '1'),
			/^Voximplant: The 'application_id' parameter is invalid \(code 116\)\. Check 'Application'/,
		],
	])('is refused in Voximplant’s words where it is %j', async (application, message) => {
		const run = await all({ application });
		expect(errorWords(run.error)).toMatch(message);
		expect(run.error).toMatchObject({ httpCode: '200', context: { itemIndex: 0 } });
		expect(fixture.calls).toHaveLength(1);
	});

	it.each(['all', '1;2', '-1', '1.5', '../GetAccountInfo'])(
		'is no id where it is %s',
		async (value) => {
			const run = await all({ application: by('id', value) });
			expect(errorWords(run.error)).toBe(
				`'Application' must be an ID made of digits only, not '${value}'.`,
			);
			expect(fixture.calls).toEqual([]);
		},
	);
});
