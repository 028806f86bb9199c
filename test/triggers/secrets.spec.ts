import type { IDataObject } from 'n8n-workflow';
import { expectNothingOf } from '../providers/noSecrets';
import { describeTriggers } from './fixture';

describeTriggers('no key or token', (fixture) => {
	const secrets = () =>
		Object.entries(fixture.sandbox.credentials)
			.filter(([name]) => /key|account$/i.test(name))
			.map(([, value]) => String(value))
			.filter((value) => value.length > 10);
	const nameEverybody = () => {
		for (const person of fixture.people) {
			person[fixture.about.name] = `My key is ${secrets()[0]?.slice(0, 2000)}.`;
		}
	};

	it('shows in events or is remembered, also where users are named like it', async () => {
		expect(secrets().length).toBeGreaterThan(0);
		const [joining] = fixture.remove(3);
		await fixture.activate({ output: 'raw' });
		fixture.people.push(joining!);
		nameEverybody();
		const events = (await fixture.node.poll()) ?? [];
		expect(events.length).toBeGreaterThan(5);
		expectNothingOf([events, fixture.node.staticData], secrets());
		fixture.remove(2, 6);
		const error = await fixture.node.poll().catch((thrown: Error) => thrown);
		expect(error).toBeInstanceOf(Error);
		expectNothingOf([error, fixture.node.staticData], secrets());
	});

	it('shows in a test event', async () => {
		nameEverybody();
		const events = await fixture.open({ output: 'raw' }).poll({ mode: 'manual' });
		expectNothingOf([events as IDataObject[]], secrets());
	});

	it('shows in the error of a refusal', async () => {
		const { wrongCredentials } = fixture.sandbox;
		const credentials = { [`${fixture.provider}Api`]: wrongCredentials };
		const error = await fixture
			.open({}, { credentials })
			.poll()
			.catch((thrown: Error) => thrown);
		expect(error).toBeInstanceOf(Error);
		const wrong = Object.values(wrongCredentials).map(String);
		expectNothingOf(
			[error],
			[...secrets(), ...wrong.filter((value) => value.length > 20 && !value.startsWith('http'))],
		);
	});
});
