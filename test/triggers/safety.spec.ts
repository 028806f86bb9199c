import { USERS, describeTriggers, told } from './fixture';

describeTriggers('nobody is reported as left on a guess', (fixture) => {
	it('who is missing in one reading only stays remembered', async () => {
		const node = await fixture.activate();
		const before = node.staticData;
		let readings = 0;
		const [user] = fixture.remove(6);
		// The user is back in the list before it is read a second time
		fixture.sandbox.faults.always({
			kind: 'mutate',
			mutate: () => {
				readings += 1;
				if (readings === 2) fixture.people.splice(6, 0, user!);
			},
		});
		expect(await node.poll()).toBeNull();
		expect(readings).toBeGreaterThan(1);
		fixture.sandbox.faults.clear();
		expect(await node.poll()).toBeNull();
		expect(JSON.stringify(node.staticData)).toContain(fixture.idOf(user));
		expect(node.staticData.counter).toBe(before.counter);
	});

	it('fails where too many are missing at once, and remembers everybody', async () => {
		const node = await fixture.activate();
		const before = node.staticData;
		const gone = fixture.remove(2, 6);
		const failed = node.poll();
		await expect(failed).rejects.toThrow(
			`6 of ${USERS} remembered users are no longer in the list`,
		);
		expect(node.staticData).toEqual(before);
		const allowed = await fixture.restart({ options: { maxLeftPercent: 100 } }).poll();
		expect(told(allowed)?.sort()).toEqual(gone.map((user) => `left ${fixture.idOf(user)}`).sort());
	});

	it('lets five leave at once, however few there are', async () => {
		const node = await fixture.activate({ options: { maxLeftPercent: 0 } });
		fixture.remove(2, 5);
		expect(await node.poll()).toHaveLength(5);
	});

	it('fails where the list is empty while somebody is remembered', async () => {
		fixture.remove(0, USERS - 1);
		const node = await fixture.activate();
		const [last] = fixture.remove(0);
		await expect(node.poll()).rejects.toThrow('1 of 1 remembered user');
		const allowed = await fixture.restart({ options: { maxLeftPercent: 100 } }).poll();
		expect(told(allowed)).toEqual([`left ${fixture.idOf(last)}`]);
	});

	it('does not count who only stopped passing a filter of the node', async () => {
		const { filter, field } = fixture.about.added;
		const node = await fixture.activate({ filters: { [filter]: '1999-01-01' } });
		const requests = fixture.sandbox.log.length;
		const older = fixture.people.slice(0, 12);
		for (const user of older) user[field] = '1990-01-01 00:00:00';
		const left = older.map((user) => `left ${fixture.idOf(user)}`);
		expect(told(await node.poll())?.sort()).toEqual(left.sort());
		expect(fixture.sandbox.log).toHaveLength(2 * requests);
	});

	it('changes nothing where the list can not be read whole', async () => {
		const node = await fixture.activate({ options: { retries: 0 } });
		const before = node.staticData;
		fixture.remove(2, 2);
		fixture.sandbox.faults.always({ kind: 'status', status: 500 });
		await expect(node.poll()).rejects.toThrow(/HTTP 500/);
		fixture.sandbox.faults.clear();
		fixture.sandbox.faults.always({ kind: 'html200' });
		await expect(node.poll()).rejects.toThrow();
		fixture.sandbox.faults.clear();
		expect(node.staticData).toEqual(before);
		expect(await node.poll()).toHaveLength(2);
	});

	it('changes nothing where the second reading fails', async () => {
		const node = await fixture.activate({ options: { retries: 0 } });
		const before = node.staticData;
		fixture.remove(2);
		const { log } = fixture.sandbox;
		const once = log.length;
		fixture.sandbox.faults.always({ kind: 'status', status: 503 }, () => log.length > 2 * once);
		await expect(node.poll()).rejects.toThrow(/HTTP 503/);
		expect(node.staticData).toEqual(before);
	});

	it('does not start while another poll of the same node is running', async () => {
		const node = await fixture.activate();
		fixture.remove(2);
		fixture.sandbox.faults.always({ kind: 'delay', ms: 50 });
		const [first, second] = await Promise.all([node.poll(), node.poll()]);
		expect(first).toHaveLength(1);
		expect(second).toBeNull();
		fixture.sandbox.faults.clear();
		fixture.remove(2);
		expect(await node.poll()).toHaveLength(1);
	});

	it('ends before the time that n8n gives it, and says how far it came', async () => {
		const node = await fixture.activate();
		const before = node.staticData;
		fixture.remove(2);
		fixture.sandbox.faults.always({ kind: 'delay', ms: 5000 });
		const began = Date.now();
		await expect(node.poll({ budgetMs: 2000 })).rejects.toThrow(/0 .*users were read in 1\.8 s/);
		expect(Date.now() - began).toBeLessThan(2000);
		expect(node.staticData).toEqual(before);
	});
});
