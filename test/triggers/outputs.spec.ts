import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asScim } from '../mapping/scimLibrary';
import { describeTriggers } from './fixture';

describeTriggers('the user of an event', (fixture) => {
	const eventsOf = async (parameters: INodeParameters) => {
		const [joining] = fixture.remove(3);
		await fixture.activate(parameters);
		fixture.people[5]![fixture.about.name] = 'Zoë';
		fixture.people.push(joining!);
		const [leaving] = fixture.remove(8);
		return { leaving, events: (await fixture.node.poll()) ?? [] };
	};

	it.each(['values', 'fingerprints'])('is valid in SCIM, with %s', async (remember) => {
		const { events, leaving } = await eventsOf({ output: 'scim', options: { remember } });
		expect(events.map(({ event }) => event)).toEqual(['joined', 'changed', 'left']);
		for (const { user, id } of events) {
			expect(asScim(user as IDataObject)).toEqual(user);
			expect(user).toMatchObject({ id, externalId: `${fixture.provider}:${String(id)}` });
		}
		const shown = JSON.stringify(events[2]?.user);
		expect(shown.includes(fixture.idOf(leaving))).toBe(true);
	});

	it.each(['simplified', 'raw', 'unified'])(
		'has the same fields whether there or not, %s',
		async (output) => {
			const { events } = await eventsOf({ output });
			const [there, , left] = events.map(({ user }) => Object.keys(user as IDataObject));
			expect(there?.filter((name) => !left?.includes(name))).toEqual([]);
		},
	);

	it('is told as remembered where it left, and the rest is null', async () => {
		const { events, leaving } = await eventsOf({ output: 'raw' });
		const { id, remembered } = fixture.about;
		for (const [name, value] of Object.entries(events[2]?.user as IDataObject)) {
			const isKnown = name === id || remembered.includes(name);
			const was = leaving?.[name];
			const told = typeof was === 'string' ? was.trim() || null : (was ?? null);
			const usual = name === 'frozen' ? (told ?? false) : told;
			expect([name, value]).toEqual([name, isKnown ? usual : null]);
		}
	});
});
