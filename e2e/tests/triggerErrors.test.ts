import { until } from '../../test/harness/until';
import { addCredentials, type CredentialFields } from '../harness/credentials';
import { providers } from '../harness/package';
import { Fixture } from './fixture';
import { WATCH, Watched } from './triggers/watched';

const fixture = new Fixture({ users: 70 });

/** n8n's word for what became of a workflow that was activated. */
interface Publication {
	status: 'in_progress' | 'published' | 'failed';
	triggers: Array<{ errorMessage: string | null }>;
}

async function activationOf({ id }: Watched): Promise<Publication> {
	const path = `/rest/workflows/${id}/publication-status`;
	const read = async () => await fixture.rest.call<Publication>('GET', path);
	await until(
		'n8n has tried to activate it',
		async () => !['in_progress', 'not_published'].includes((await read()).status),
		60_000,
	);
	return await read();
}

const reasons = {
	autocalls: 'Autocalls: Unauthenticated (HTTP 401).',
	quo: 'Quo: ',
	voximplant: 'Voximplant: Invalid key id (code 433).',
	worksection: 'Worksection: ',
};

describe('a wrong key', () => {
	it('fails the activation, with the reason of the provider, and nothing is remembered', async () => {
		const entries = providers.map((name) => {
			return [name, { credentials: fixture.sandboxes[name].wrongCredentials }];
		});
		const wrong = Object.fromEntries(entries) as CredentialFields;
		const credentials = await addCredentials(fixture.rest, wrong);
		const all = providers.map((provider) => new Watched(fixture, provider));
		for (const watched of all) {
			await watched.publish(watched.workflow({}, credentials));
		}
		for (const watched of all) {
			const { status, triggers } = await activationOf(watched);
			expect(status).toBe('failed');
			expect(triggers).toHaveLength(1);
			expect(triggers[0]?.errorMessage).toContain(`: "${reasons[watched.provider]}`);
			expect((await watched.saved()).staticData).toBeNull();
		}
	}, 120_000);
});

describe('Fetch Test Event', () => {
	it.each(providers)('gives a sample of each event of %s, and saves nothing', async (provider) => {
		const watched = new Watched(fixture, provider);
		watched.id = await fixture.rest.createWorkflow(watched.workflow());
		const stored = await fixture.rest.finished(await fixture.rest.start(watched.id, WATCH));
		expect(stored.error).toBeUndefined();
		const events = stored.json(WATCH);
		expect(events.map(({ event, eventId }) => [event, eventId])).toEqual(
			['joined', 'changed', 'left'].map((event) => [event, 'sample']),
		);
		const ids = watched.people.map((user) => watched.idOf(user));
		expect(events.filter(({ id }) => !ids.includes(String(id)))).toEqual([]);
		expect((await watched.saved()).staticData).toBeNull();
	});

	it('leaves what is remembered as it is', async () => {
		const watched = new Watched(fixture, 'quo');
		await watched.activate();
		await watched.deactivate();
		const { staticData } = await watched.saved();
		watched.change();
		const stored = await fixture.rest.finished(await fixture.rest.start(watched.id, WATCH));
		expect(stored.json(WATCH).map(({ eventId }) => eventId)).toEqual(Array(3).fill('sample'));
		expect((await watched.saved()).staticData).toEqual(staticData);
		await fixture.rest.activate(watched.id);
		await until('all are told of', async () => (await watched.events()).length === 3);
		await watched.deactivate();
	}, 60_000);
});

describe('a poll that fails', () => {
	it('is a failed execution with the reason, and what happened is told later, once', async () => {
		const watched = new Watched(fixture, 'quo');
		await watched.activate({ options: { retries: 0 } });
		const { staticData } = await watched.saved();
		watched.sandbox.faults.always({ kind: 'status', status: 503 });
		watched.change();
		const failed = async () =>
			(await fixture.rest.executionsOf(watched.id)).filter(({ status }) => status === 'error');
		await until('two polls have failed', async () => (await failed()).length >= 2);
		const [{ id } = { id: '' }] = await failed();
		expect((await fixture.rest.finished(id)).error?.message).toMatch(/^Quo: .*\(HTTP 503/);
		expect((await watched.saved()).staticData).toEqual(staticData);
		watched.sandbox.faults.clear();
		await watched.expectTold();
		await watched.deactivate();
	}, 120_000);

	it('says who is missing where these are too many, and tells of them once that is allowed', async () => {
		const watched = new Watched(fixture, 'worksection');
		await watched.activate();
		const gone = watched.people.splice(10, 30);
		const failed = async () =>
			(await fixture.rest.executionsOf(watched.id)).find(({ status }) => status === 'error');
		await until('a poll has failed', async () => (await failed()) !== undefined);
		const { error } = await fixture.rest.finished((await failed())?.id ?? '');
		expect(error?.message).toMatch(/^Worksection: 30 of 62 remembered users .* and 10 more\.$/);
		expect(error?.description).toMatch(/'Max Left \(Percent\)' under Options/);
		await watched.edit(({ nodes: [trigger] }) => {
			Object.assign(trigger?.parameters ?? {}, { options: { maxLeftPercent: 100 } });
		});
		watched.expected.push(...gone.map((user) => `left ${watched.idOf(user)}`));
		await watched.expectTold();
		await watched.deactivate();
	}, 120_000);
});

describe('two nodes of one name', () => {
	it('are refused by n8n when the workflow is imported: they would share what is remembered', async () => {
		const watched = new Watched(fixture, 'quo');
		const { nodes, ...workflow } = watched.workflow();
		const [trigger] = nodes;
		if (trigger === undefined) throw new Error('There is no trigger.');
		const both = [...nodes, { ...trigger, id: `${trigger.id}-2` }];
		await expect(fixture.rest.createWorkflow({ ...workflow, nodes: both })).rejects.toThrow(
			`Duplicate node name \\"${WATCH}\\"`,
		);
	});
});
