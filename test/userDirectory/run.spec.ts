import type { OnError } from 'n8n-workflow';
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
});
