import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { packageName, providers } from '../harness/package';
import { workflowOf, type NodeSketch } from '../harness/workflow';
import { Fixture } from './fixture';
import { accountsIn, ann, giveAddress, peopleNode, statuses } from './people';
import { stateOf } from './providerTests';

const fixture = new Fixture({ users: 12 });

interface Run {
	parameters: INodeParameters;
	items?: IDataObject[];
	onError?: NodeSketch['onError'];
}

/** Runs the node in a saved workflow; resolves to what n8n stored. */
async function stored({ parameters, items = [{}], onError }: Run) {
	const node = { ...peopleNode(fixture, parameters), ...(onError && { onError }) };
	return await fixture.rest.run(workflowOf({ items, nodes: [node] }));
}

async function ran(parameters: INodeParameters, items?: IDataObject[]) {
	const execution = await stored({ parameters, ...(items && { items }) });
	expect(execution.error).toBeUndefined();
	expect(execution.status).toBe('success');
	return execution;
}

describe('Get Many', () => {
	it('gives one item per person, with the accounts of each directory', async () => {
		giveAddress(fixture.sandboxes, ann);
		const execution = await ran({ operation: 'getAll', returnAll: true });
		const people = execution.json('People');
		expect(people.filter(({ key }) => key === ann)).toEqual([
			expect.objectContaining({
				directories: ['worksection', 'quo', 'autocalls', 'voximplant'],
				accounts: [expect.anything(), expect.anything(), expect.anything(), expect.anything()],
				ambiguous: false,
			}),
		]);
		const accounts = people.flatMap((person) => person.accounts as IDataObject[]);
		expect(accounts).toHaveLength(accountsIn(fixture.sandboxes));
		const [first] = execution.task('People')?.data?.main?.[0] ?? [];
		expect(first?.pairedItem).toEqual({ item: 0 });
	});
});

describe('Find', () => {
	it('finds each by e-mail address, or says that nobody has it', async () => {
		giveAddress(fixture.sandboxes, ann);
		const items = [{ email: `<${ann.toUpperCase()}>` }, { email: 'nobody@example.com' }];
		const parameters = { operation: 'get', email: '={{ $json.email }}' };
		expect((await ran(parameters, items)).json('People')).toEqual([
			expect.objectContaining({ found: true, key: ann }),
			{ found: false, email: 'nobody@example.com' },
		]);
	});
});

describe('Compare with Roster', () => {
	const parameters = {
		operation: 'compare',
		directories: ['quo', 'worksection'],
		rosterEmailField: 'contact.mail',
		compareFields: { pairs: [{ field: 'title', rosterField: 'title' }] },
	};
	const roster = [
		{ contact: { mail: 'ANN.LEE@example.com' }, title: 'Lead' },
		{ contact: { mail: 'new@example.com' } },
		{ contact: { mail: '' } },
	];

	it('sends everybody to one of four outputs', async () => {
		giveAddress(fixture.sandboxes, ann);
		const execution = await ran(parameters, roster);
		const told = [0, 1, 2, 3].map((output) =>
			execution.json('People', output).map(({ email, directory }) => `${email} ${directory}`),
		);
		expect(told[0]).toEqual([`${ann} worksection`, `${ann} quo`]);
		expect(told[1]).toEqual(['new@example.com worksection', 'new@example.com quo']);
		expect(told[2]).toHaveLength(2 * 11);
		expect(told[3]).toEqual(['null null']);
		const [matched] = execution.json('People');
		expect(matched?.differences).toEqual([
			{ field: 'title', roster: 'Lead', directory: 'developer' },
		]);
		const sources = [0, 1, 2, 3].map((output) =>
			(execution.task('People')?.data?.main?.[output] ?? []).map(({ pairedItem }) => pairedItem),
		);
		expect(sources[1]).toEqual([{ item: 1 }, { item: 1 }]);
		expect(sources[3]).toEqual([{ item: 2 }]);
	});

	it('gives one error item, and on the error output alone, where a directory can’t be read', async () => {
		fixture.sandboxes.quo.faults.always({ kind: 'status', status: 503 });
		const failing = { ...parameters, options: { retries: 0 } };
		const onError = 'continueErrorOutput';
		const execution = await stored({ parameters: failing, items: roster, onError });
		expect(execution.status).toBe('success');
		const counts = [0, 1, 2, 3, 4].map((output) => execution.json('People', output).length);
		expect(counts).toEqual([0, 0, 0, 0, 1]);
		const [{ error } = {}] = execution.json('People', 4);
		expect(error).toMatch(/^Quo: /);
	});
});

describe('Onboard', () => {
	const newcomer = {
		operation: 'onboard',
		...{ email: 'bo.new@example.com', firstName: 'Bo', lastName: 'New' },
		autocallsPassword: 'Secret-word-1',
		...{ voximplantUserName: 'bo-new', voximplantPassword: 'Secret-word-1' },
		worksectionFields: { title: 'Agent' },
	};

	it('changes nothing as a dry run, then creates the accounts, and finds them the next time', async () => {
		const before = stateOf(fixture.sandboxes);
		const planned = await ran(newcomer);
		expect(statuses(planned.json('People'))).toEqual({
			...{ autocalls: 'planned', voximplant: 'planned', worksection: 'planned' },
			quo: 'manual',
		});
		expect(stateOf(fixture.sandboxes)).toEqual(before);
		const made = await ran({ ...newcomer, dryRun: false });
		expect(statuses(made.json('People'))).toEqual({
			...{ autocalls: 'created', voximplant: 'created', worksection: 'invited' },
			quo: 'manual',
		});
		expect(fixture.sandboxes.autocalls.people.at(-1)?.email).toBe(newcomer.email);
		expect(fixture.sandboxes.voximplant.people.at(-1)?.user_custom_data).toBe(newcomer.email);
		expect(fixture.sandboxes.worksection.people.at(-1)).toMatchObject({ title: 'Agent' });
		expect(JSON.stringify(made.runData)).not.toContain('Secret-word-1');
		const again = await ran({ ...newcomer, dryRun: false });
		expect(statuses(again.json('People'))).toEqual({
			...{ autocalls: 'exists', voximplant: 'exists', worksection: 'exists' },
			quo: 'manual',
		});
	});
});

describe('Offboard', () => {
	it('changes nothing as a dry run, then takes the person out, and has nothing left to do', async () => {
		const { sandboxes } = fixture;
		giveAddress(sandboxes, ann);
		const before = stateOf(sandboxes);
		const leaver = { operation: 'offboard', email: ann };
		const planned = await ran(leaver);
		const expected = { autocalls: 'manual', quo: 'manual' };
		expect(statuses(planned.json('People'))).toEqual({
			...{ ...expected, voximplant: 'planned', worksection: 'planned' },
		});
		expect(stateOf(sandboxes)).toEqual(before);
		const done = await ran({ ...leaver, dryRun: false });
		expect(statuses(done.json('People'))).toEqual({
			...{ ...expected, voximplant: 'deactivated', worksection: 'removed' },
		});
		expect(sandboxes.voximplant.people[7]?.user_active).toBe(false);
		const { id = '' } = sandboxes.worksection.people[7] ?? {};
		const open = sandboxes.worksection.projects.filter(({ status }) => status !== 'archive');
		expect(open.filter(({ memberIds }) => memberIds.includes(id))).toEqual([]);
		const again = await ran({ ...leaver, dryRun: false });
		expect(statuses(again.json('People'))).toEqual({
			...{ ...expected, voximplant: 'alreadyDone', worksection: 'alreadyDone' },
		});
	}, 180_000);
});

describe('the lists to choose from', () => {
	const found = async (path: string, methodName: string, filter: string) =>
		(await fixture.rest.choices({
			...{ path: `parameters.${path}`, methodName, filter },
			nodeTypeAndVersion: { name: `${packageName}.userDirectory`, version: 1 },
			currentNodeParameters: { resource: 'person', directories: providers },
			credentials: fixture.credentials,
		})) as { results: Array<{ name: string; value: string }> };

	it.each([
		['application', 'searchApplications', 'support'],
		['worksectionFields.team', 'searchTeams', 'Development'],
		['worksectionFields.department', 'searchDepartments', 'QA'],
	])('of %s has what is typed', async (path, method, typed) => {
		const { results } = await found(path, method, typed);
		expect(results.map(({ name }) => name)).toEqual(
			expect.arrayContaining([expect.stringContaining(typed)]),
		);
	});
});
