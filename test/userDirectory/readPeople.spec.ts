import type { IDataObject } from 'n8n-workflow';
import { answeredAfter, errorWords } from '../harness';
import { at, NEWCOMER, PeopleFixture } from './fixture';

/** Whether two items may use one list, and what a list that could not be read whole proves. */

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';

const find = async (parameters: object, input: IDataObject[], more = {}) =>
	await fixture.run({ operation: 'get', email: ANN, ...parameters }, { input, ...more });
const found = (json: IDataObject[]) => json.map((person) => person.found);

describe('items that read a directory in different ways', () => {
	const quo = { directories: ['quo'] };
	const matching = (rules: object) => ({ ...quo, matching: rules });
	const pairs = [{ domain: '={{ $json.domain }}', countsAs: 'example.com' }];

	it.each<[string, object, IDataObject, IDataObject, string]>([
		[
			'Ignore Plus Tags',
			matching({ ignorePlusTags: '={{ $json.on }}' }),
			{ on: false },
			{ on: true },
			'ann+work@example.com',
		],
		[
			'Domain Aliases',
			matching({ domainAliases: { pairs } }),
			{ domain: 'other.com' },
			{ domain: 'old.com' },
			'ann@old.com',
		],
	])('each have their own %s', async (_what, parameters, first, second, address) => {
		fixture.setEmail('quo', 0, address);
		const { json } = await find(parameters, [first, second, first]);
		expect(found(json)).toEqual([false, true, false]);
	});

	it('each have their own Ignore Gmail Dots', async () => {
		fixture.setEmail('quo', 0, 'a.nn@gmail.com');
		const rules = matching({ ignoreGmailDots: '={{ $json.on }}' });
		const email = 'ann@gmail.com';
		const { json } = await find({ ...rules, email }, [{ on: false }, { on: true }]);
		expect(found(json)).toEqual([false, true]);
	});

	it('each have their own place for the address', async () => {
		Object.assign(at(fixture.people('voximplant'), 0), {
			...{ user_custom_data: ANN, user_display_name: 'ann@x.com', user_name: 'ann' },
		});
		const voximplant = {
			directories: ['voximplant'],
			matching: { voximplantEmail: '={{ $json.kept }}', emailDomain: '={{ $json.domain }}' },
		};
		const { json } = await find(voximplant, [
			{ kept: 'userDisplayName', domain: 'x.com' },
			{ kept: 'userCustomData', domain: 'x.com' },
			{ kept: 'userNameAndDomain', domain: 'x.com' },
			{ kept: 'userNameAndDomain', domain: 'example.com' },
		]);
		expect(found(json)).toEqual([false, true, false, true]);
	});
});

describe('a list that could not be read', () => {
	it('is read again by an item that needs no other one', async () => {
		const { autocalls, quo } = fixture.sandboxes;
		fixture.setEmail('autocalls', 0, ANN);
		quo.faults.always({ kind: 'status', status: 403 });
		autocalls.faults.next(answeredAfter(quo, () => true));
		const { json } = await find(
			{ directories: '={{ $json.directories }}', options: { retries: 0 } },
			[{ directories: ['quo', 'autocalls'] }, { directories: ['autocalls'] }],
			{ onError: 'continueRegularOutput' },
		);
		expect(String(json[0]?.error)).toMatch(/^Quo: /);
		expect(json[1]).toMatchObject({ found: true, directories: ['autocalls'] });
	});

	it('ends the reading of the other directories', async () => {
		const { autocalls, quo } = fixture.sandboxes;
		const users = fixture.people('quo');
		const [first] = users;
		while (users.length < 1000) users.push({ ...first, id: `US${users.length}more` });
		autocalls.faults.always({ kind: 'status', status: 403 });
		quo.faults.always(answeredAfter(autocalls, () => true));
		const { error } = await fixture.run({
			...{ operation: 'getAll', returnAll: true },
			...{ directories: ['autocalls', 'quo'], options: { retries: 0 } },
		});
		expect(error?.message).toMatch(/^Autocalls/);
		expect(quo.log.length).toBeGreaterThan(0);
		expect(quo.log.length).toBeLessThan(5);
	});

	it.each(['get', 'getAll', 'compare', 'onboard', 'offboard'])(
		'is an error of %s where it came incomplete',
		async (operation) => {
			const body = { result: [], count: 0, total_count: 3 };
			fixture.sandboxes.voximplant.faults.always({ kind: 'body', body });
			const { error, json } = await fixture.run(
				{
					...{ ...NEWCOMER, operation, directories: ['voximplant'] },
					...{ dryRun: false, rosterEmailField: 'email' },
				},
				{ input: [{ email: ANN }] },
			);
			expect(json).toEqual([]);
			expect(errorWords(error)).toMatch(
				/^Voximplant: the list is incomplete, so nobody is looked for in it: .*3 users/,
			);
		},
	);
});
