import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { packageName } from '../harness/nodePackage';
import { PollingNode } from '../harness/pollingNode';
import { key, RosterServer } from './roster.server';
import { RosterApi } from './RosterApi.credentials';
import { RosterTrigger } from './RosterTrigger.node';

let server: RosterServer;
beforeAll(async () => (server = await RosterServer.open()));
afterAll(async () => await server.wire.close());
beforeEach(() => server.reset(14));

const rosterPackage = {
	name: packageName,
	node: () => new RosterTrigger(),
	credential: () => new RosterApi(),
};

const open = (parameters: INodeParameters = {}) =>
	new PollingNode({
		node: 'rosterTrigger',
		from: rosterPackage,
		credentials: { rosterApi: { apiKey: key, baseUrl: server.wire.url } },
		parameters,
	});

const told = (events: IDataObject[] | null) =>
	events?.map(({ event, id }) => `${String(event)} ${String(id)}`) ?? null;

it('tells who joined, changed and left, from the users of the provider', async () => {
	const node = open();
	expect(await node.poll()).toBeNull();
	const [leaving] = server.members.splice(6, 1);
	server.members[2]!.nick = 'Zoë';
	server.members[4]!.gone = false;
	const events = await node.poll();
	expect(told(events)).toEqual(['joined m-4', 'changed m-2', `left ${String(leaving?.ref)}`]);
	expect(events?.[1]).toMatchObject({
		provider: 'roster',
		changes: [{ field: 'nick', from: 'Nick 2', to: 'Zoë' }],
	});
	expect(events?.[2]?.user).toMatchObject({ ref: 'm-6', nick: 'Nick 6', mail: leaving?.mail });
	expect(await node.poll()).toBeNull();
});

it('knows who stopped passing a filter that Roster applies, by the limit', async () => {
	const node = open({ filters: { team: 'Red' } });
	expect(await node.poll()).toBeNull();
	for (const member of server.members) member.team = 'Blue';
	const before = node.staticData;
	await expect(node.poll()).rejects.toThrow(/^Roster: 6 of 6 remembered users .*: Nick 1, Nick 3/);
	expect(node.staticData).toEqual(before);
});

it('fails with the words of Roster, and forgets nobody', async () => {
	const node = open({ options: { retries: 0 } });
	await node.poll();
	const before = node.staticData;
	server.members.splice(0, 3);
	server.outcomes.push('ASLEEP');
	await expect(node.poll()).rejects.toThrow('ask again later (code ');
	expect(node.staticData).toEqual(before);
	expect(await node.poll()).toHaveLength(3);
});

it('gives test events', async () => {
	const events = await open({ output: 'unified' }).poll({ mode: 'manual' });
	expect(told(events)).toEqual(['joined m-0', 'changed m-1', 'left m-2']);
	expect(events?.[0]?.user).toMatchObject({ provider: 'roster', id: 'm-0', active: true });
});
