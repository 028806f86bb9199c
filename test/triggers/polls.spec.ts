import { describeTriggers, told } from './fixture';

describeTriggers('a poll', (fixture) => {
	it('reports nobody at first, and nobody where nothing happened', async () => {
		const node = await fixture.activate();
		const before = node.staticData;
		const requests = fixture.sandbox.log.length;
		expect(await node.poll()).toBeNull();
		expect(node.staticData).toEqual(before);
		expect(fixture.sandbox.log).toHaveLength(2 * requests);
	});

	it('reports everybody as joined at first where that was chosen', async () => {
		const events = await fixture.open({ options: { firstPoll: 'emitAll' } }).poll();
		expect(told(events)?.sort()).toEqual(
			fixture.people.map((user) => `joined ${fixture.idOf(user)}`).sort(),
		);
	});

	it('reports who joined, changed and left, once each, in this order', async () => {
		const [joining] = fixture.remove(3);
		const node = await fixture.activate();
		const [leaving] = fixture.remove(8);
		const changing = fixture.people[5]!;
		const { name } = fixture.about;
		const from = changing[name];
		changing[name] = 'Zoë  ';
		fixture.people.push(joining!);
		const events = await node.poll();
		expect(told(events)).toEqual([
			`joined ${fixture.idOf(joining)}`,
			`changed ${fixture.idOf(changing)}`,
			`left ${fixture.idOf(leaving)}`,
		]);
		expect(events?.map(({ changes }) => changes)).toEqual([
			[],
			[{ field: name, from: String(from).trim(), to: 'Zoë' }],
			[],
		]);
		expect(new Set(events?.map(({ eventId }) => eventId)).size).toBe(3);
		expect(events?.[2]?.user).toMatchObject({ [fixture.about.id]: leaving?.[fixture.about.id] });
		expect(await node.poll()).toBeNull();
	});

	it('goes on after a restart where it stopped', async () => {
		await fixture.activate();
		const [leaving] = fixture.remove(2);
		const events = await fixture.restart().poll();
		expect(told(events)).toEqual([`left ${fixture.idOf(leaving)}`]);
		expect(await fixture.restart().poll()).toBeNull();
	});

	it('gives the same event the same ID after a crash, and a later one another', async () => {
		await fixture.activate();
		const { staticData } = fixture.node;
		const [user] = fixture.remove(2);
		const first = await fixture.restart({}, { staticData }).poll();
		const again = await fixture.restart({}, { staticData }).poll();
		expect(again?.[0]?.eventId).toBe(first?.[0]?.eventId);
		fixture.people.push(user!);
		const { node } = fixture;
		expect(told(await node.poll())).toEqual([`joined ${fixture.idOf(user)}`]);
		fixture.remove(fixture.people.length - 1);
		const later = await node.poll();
		expect(told(later)).toEqual(told(first));
		expect(later?.[0]?.eventId).not.toBe(first?.[0]?.eventId);
	});

	it('does not report a field that is not watched, or only differs in blanks', async () => {
		const node = await fixture.activate();
		const { unwatched, name } = fixture.about;
		Object.assign(fixture.people[0]!, { [unwatched[0]]: unwatched[1] });
		const user = fixture.people[1]!;
		user[name] = ` ${String(user[name])} `;
		expect(await node.poll()).toBeNull();
	});

	it('does not report that the ID of a user became text, where it is watched', async () => {
		const node = await fixture.activate({ fieldsToWatch: [fixture.about.id, fixture.about.name] });
		for (const user of fixture.people) user[fixture.about.id] = fixture.idOf(user);
		expect(await node.poll()).toBeNull();
		const [leaving] = fixture.remove(4);
		expect(told(await node.poll())).toEqual([`left ${fixture.idOf(leaving)}`]);
	});

	it('reports only the chosen events, and keeps the others in mind', async () => {
		const node = await fixture.activate({ events: ['joined'] });
		const [user] = fixture.remove(4);
		expect(await node.poll()).toBeNull();
		fixture.people.push(user!);
		expect(told(await node.poll())).toEqual([`joined ${fixture.idOf(user)}`]);
	});

	it('takes a new baseline without events where the account or a filter changes', async () => {
		await fixture.activate();
		fixture.remove(4);
		const filters = { [fixture.about.added.filter]: '1999-01-01' };
		expect(await fixture.restart({ filters }).poll()).toBeNull();
		const [leaving] = fixture.remove(4);
		expect(told(await fixture.restart({ filters }).poll())).toEqual([
			`left ${fixture.idOf(leaving)}`,
		]);
	});

	it('remembers no names with fingerprints, and reports what it can', async () => {
		const node = await fixture.activate({ options: { remember: 'fingerprints' } });
		const saved = JSON.stringify(node.staticData);
		for (const user of fixture.people) {
			for (const field of fixture.about.remembered) {
				const value = user[field];
				if (typeof value === 'string' && value.trim().length > 6)
					expect(saved).not.toContain(value);
			}
		}
		const [leaving] = fixture.remove(8);
		const changing = fixture.people[5]!;
		changing[fixture.about.name] = 'Zoë';
		const events = await node.poll();
		expect(told(events)).toEqual([
			`changed ${fixture.idOf(changing)}`,
			`left ${fixture.idOf(leaving)}`,
		]);
		expect(events?.map(({ changes }) => changes)).toEqual([null, []]);
	});

	it('loses no event where Remember is changed', async () => {
		await fixture.activate();
		const fingerprints = { options: { remember: 'fingerprints' } };
		expect(await fixture.restart(fingerprints).poll()).toBeNull();
		fixture.people[5]![fixture.about.name] = 'Zoë';
		expect(told(await fixture.restart().poll())).toEqual([
			`changed ${fixture.idOf(fixture.people[5])}`,
		]);
		fixture.people[5]![fixture.about.name] = 'Zora';
		const events = await fixture.restart(fingerprints).poll();
		expect(told(events)).toEqual([`changed ${fixture.idOf(fixture.people[5])}`]);
	});

	it('gives users in the chosen output', async () => {
		const node = await fixture.activate({ output: 'unified' });
		const [leaving] = fixture.remove(8);
		const [event] = (await node.poll()) ?? [];
		expect(event?.user).toMatchObject({
			provider: fixture.provider,
			id: fixture.idOf(leaving),
			createdAt: null,
		});
	});
});
