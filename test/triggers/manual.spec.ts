import { at } from '../harness/at';
import { describeTriggers } from './fixture';

const manual = { mode: 'manual' as const };

describeTriggers('Fetch Test Event', (fixture) => {
	it('gives one event of each kind, made from users who are there', async () => {
		const events = (await fixture.open().poll(manual)) ?? [];
		expect(events.map(({ event }) => event)).toEqual(['joined', 'changed', 'left']);
		const ids = fixture.people.map((user) => fixture.idOf(user));
		for (const event of events) {
			expect(ids).toContain(event.id);
			expect(event).toMatchObject({ eventId: 'sample', provider: fixture.provider });
			expect(Object.keys(event)).toEqual([
				...['event', 'eventId', 'detectedAt', 'provider', 'id', 'user', 'changes'],
			]);
		}
		const changes = at(events, 1).changes as Array<{ field: string; from: unknown; to: unknown }>;
		expect(changes.map(({ field }) => field)).toContain(fixture.about.name);
		for (const { from, to } of changes) expect(from).toEqual(to);
		expect([at(events, 0).changes, at(events, 2).changes]).toEqual([[], []]);
	});

	it('gives the chosen events alone', async () => {
		const events = await fixture.open({ events: ['left'] }).poll(manual);
		expect(events?.map(({ event }) => event)).toEqual(['left']);
	});

	it('reads one page', async () => {
		await fixture.open().poll(manual);
		expect(fixture.sandbox.log).toHaveLength(1);
	});

	it('remembers nothing, and forgets nothing', async () => {
		const node = fixture.open();
		await node.poll(manual);
		expect(node.staticData).toEqual({});
		await fixture.activate();
		const before = fixture.node.staticData;
		fixture.remove(3);
		await fixture.node.poll(manual);
		expect(fixture.node.staticData).toEqual(before);
		expect(await fixture.node.poll()).toHaveLength(1);
	});

	it('is not held up by a poll that is running', async () => {
		const node = await fixture.activate();
		fixture.sandbox.faults.always({ kind: 'delay', ms: 50 });
		const [, events] = await Promise.all([node.poll(), node.poll(manual)]);
		expect(events).toHaveLength(3);
	});

	it('says so where there is nobody', async () => {
		fixture.remove(0, fixture.people.length);
		await expect(fixture.open().poll(manual)).rejects.toThrow('no users');
	});

	it('shows what a real event has with fingerprints', async () => {
		const options = { remember: 'fingerprints' };
		const events = (await fixture.open({ options, output: 'raw' }).poll(manual)) ?? [];
		expect(at(events, 1).changes).toBeNull();
		expect(at(events, 2).user).toMatchObject({ [fixture.about.name]: null });
	});
});
