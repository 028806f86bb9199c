import type { OnError } from 'n8n-workflow';
import { directories } from '../../nodes/UserDirectory/directories';
import { PeopleItem } from '../../nodes/UserDirectory/peopleItem';
import { PeopleRun } from '../../nodes/UserDirectory/peopleRun';
import { runUserDirectory } from '../../nodes/UserDirectory/run';
import { fakeContext } from '../shared/fakeItem';
import { PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';
const CONTINUE: OnError = 'continueRegularOutput';

describe('a run of the node', () => {
	it.each(['delete', 'constructor', 'Get Many'])('refuses %j for Operation', async (operation) => {
		const { error } = await fixture.run({ operation });
		expect(error?.message).toBe(
			`'Operation' must be one of compare, get, getAll, offboard, onboard, not '${operation}'.`,
		);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it.each(['getAll', 'compare'])('%s makes no item of a cancelled run', async (operation) => {
		const cancel = new AbortController();
		const mutate = () => cancel.abort();
		fixture.sandboxes.quo.faults.always({ kind: 'hang', mutate });
		const { run } = await fixture.run(
			{ operation, directories: ['quo'] },
			{ signal: cancel.signal, onError: CONTINUE, input: [{ email: ANN }] },
		);
		const outputs = [0, 1, 2, 3].flatMap((output) => run.items('Node under test', output));
		// What n8n passes on
		expect(outputs.map(({ json }) => json)).toEqual([{ email: ANN }]);
	});

	it('tells an item that fails, and goes on', async () => {
		fixture.setEmail('quo', 0, ANN);
		const { json } = await fixture.run(
			{ operation: 'get', directories: ['quo'], email: '={{ $json.email }}' },
			{ onError: CONTINUE, input: [{ email: 'ann' }, { email: ANN }] },
		);
		expect(json[0]).toEqual({ error: expect.stringContaining("'ann'") as string });
		expect(json[1]).toMatchObject({ found: true, key: ANN });
	});

	it('fails with the first item that fails', async () => {
		const { error } = await fixture.run(
			{ operation: 'get', directories: ['quo'], email: '={{ $json.email }}' },
			{ input: [{ email: ANN }, { email: 'ann' }, { email: 'bob' }] },
		);
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
	});

	it('continues also where n8n can not tell whether it was cancelled', async () => {
		const parameters = { operation: 'getAll', directories: [] };
		const { context } = fakeContext(parameters, { continues: true });
		const failed = [[{ json: { error: expect.stringContaining("'Directories'") as string } }]];
		expect(await runUserDirectory(context, directories)).toMatchObject(failed);
		const { getExecutionCancelSignal: _, ...older } = context;
		expect(await runUserDirectory(older as typeof context, directories)).toMatchObject(failed);
	});
});

describe('an item of the node', () => {
	const { context } = fakeContext({ directories: ['quo'], options: {} });
	const credentials = { quoApi: { id: '1', name: 'Quo' } };
	const functions = { ...context, getNode: () => ({ ...context.getNode(), credentials }) };
	const item = () => new PeopleItem(new PeopleRun(functions, directories), 0);

	it('knows how people call a directory', () => {
		expect([item().titleOf('quo'), item().titleOf('okta')]).toEqual(['Quo', 'okta']);
	});

	it('sees a directory in one way', () => {
		const own = item();
		const [quo] = own.directories;
		expect(own.directories).toHaveLength(1);
		expect(quo && own.in(quo)).toBe(quo && own.in(quo));
	});

	it('needs a directory', () => {
		expect(() => new PeopleItem(new PeopleRun(functions, []), 0)).toThrow('There is no directory.');
	});
});
