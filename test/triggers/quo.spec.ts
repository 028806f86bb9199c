import { type Fault, type Sandboxes, startSandboxes } from '../../sandbox';
import { told, TriggerFixture } from './fixture';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 70 })));
afterAll(async () => await sandboxes.close());
beforeEach(() => sandboxes.quo.reset());

describe('who is missing from the list of Quo', () => {
	const fixture = new TriggerFixture(() => sandboxes, 'quo');
	const requests = () => sandboxes.quo.log.map(({ path }) => path.replace('/v1/users', ''));

	it('is asked for by ID, which takes less than reading the list again', async () => {
		const node = await fixture.activate();
		sandboxes.quo.log.length = 0;
		const [leaving] = fixture.remove(3);
		expect(told(await node.poll())).toEqual([`left ${fixture.idOf(leaving)}`]);
		expect(requests()).toEqual(['', '', `/${fixture.idOf(leaving)}`]);
	});

	it('is looked for in the list again where Quo still knows the ID', async () => {
		const node = await fixture.activate();
		const [leaving] = fixture.remove(3);
		sandboxes.quo.faults.always({ kind: 'body', body: { data: leaving } }, ({ path }) =>
			path.endsWith(`/${fixture.idOf(leaving)}`),
		);
		sandboxes.quo.log.length = 0;
		expect(told(await node.poll())).toEqual([`left ${fixture.idOf(leaving)}`]);
		expect(requests()).toEqual(['', '', `/${fixture.idOf(leaving)}`, '', '']);
	});

	it.each<[string, Fault]>([
		['a page of the web', { kind: 'html200' }],
		['no user', { kind: 'body', body: { data: null } }],
		['a 404 that is not of its API', { kind: 'body', status: 404, body: { message: 'Not Found' } }],
	])('is looked for in the list where the answer is %s', async (_what, answer) => {
		const node = await fixture.activate({ options: { retries: 0 } });
		const [present] = fixture.remove(3);
		sandboxes.quo.faults.always(answer, ({ path }) => {
			const isById = /US/.test(path);
			// It was the list that lacked the user once
			if (isById) fixture.people.splice(3, 0, present!);
			return isById;
		});
		expect(await node.poll()).toBeNull();
		expect(String(node.staticData.users)).toContain(fixture.idOf(present));
	});

	it('is looked for in the list where the ID is not one of those that Quo documents', async () => {
		fixture.people[3]!.id = 'member-4';
		const node = await fixture.activate();
		sandboxes.quo.log.length = 0;
		fixture.remove(3);
		expect(told(await node.poll())).toEqual(['left member-4']);
		expect(requests()).toEqual(['', '', '', '']);
	});

	it('did not leave where that can not be asked', async () => {
		const node = await fixture.activate({ options: { retries: 0 } });
		const before = node.staticData;
		fixture.remove(3);
		sandboxes.quo.faults.always({ kind: 'status', status: 503 }, ({ path }) => /US/.test(path));
		await expect(node.poll()).rejects.toThrow(/HTTP 503/);
		expect(node.staticData).toEqual(before);
	});
});
