import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { directories } from '../../nodes/UserDirectory/directories';
import { directoryCredentials } from '../../nodes/UserDirectory/directoryCredentials';
import { listSearches } from '../../nodes/UserDirectory/listSearches';
import { personFields } from '../../nodes/UserDirectory/person/person.resource';
import { runUserDirectory } from '../../nodes/UserDirectory/run';
import { UserDirectory } from '../../nodes/UserDirectory/UserDirectory.node';
import { runNode } from '../harness';
import { startQuo, type QuoSandbox } from '../../sandbox';
import { rosterDirectory } from './roster.directory';
import { key, RosterServer } from './roster.server';
import { RosterApi } from './RosterApi.credentials';

/** The list of directories.ts with one line more. */
const five = [...directories, rosterDirectory];

class FiveDirectories implements INodeType {
	description = {
		...new UserDirectory().description,
		name: 'fiveDirectories',
		credentials: directoryCredentials(five),
		properties: [
			...new UserDirectory().description.properties.filter(({ name }) => name === 'resource'),
			...personFields(five),
		],
	};

	methods = { listSearch: listSearches(five) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runUserDirectory(this, five);
	}
}

let server: RosterServer;
let quo: QuoSandbox;
beforeAll(async () => {
	server = await RosterServer.open();
	quo = await startQuo({ users: 3 });
});
afterAll(async () => await Promise.all([server.wire.close(), quo.close()]));
beforeEach(() => {
	server.reset(4);
	quo.reset();
});

const run = async (parameters: object, input: Array<Record<string, string>> = [{}]) =>
	await runNode({
		node: new FiveDirectories(),
		credentialTypes: [new RosterApi()],
		credentials: {
			rosterApi: { apiKey: key, baseUrl: server.wire.url },
			quoApi: quo.credentials,
		},
		input,
		parameters: { resource: 'person', directories: ['quo', 'roster'], ...parameters },
	});

const NICK = 'nick1@example.com';

it('offers the fifth directory wherever one is chosen, with its credential and fields', () => {
	const { credentials, properties } = new FiveDirectories().description;
	expect(credentials.map(({ name }) => name)).toContain('rosterApi');
	expect(properties.map(({ name }) => name)).toContain('rosterPassword');
	expect(JSON.stringify(properties).match(/"value":"roster"/g)?.length).toBeGreaterThanOrEqual(5);
});

it('lists, finds and compares its members like those of the others', async () => {
	quo.people[1]!.email = NICK;
	const all = await run({ operation: 'getAll', returnAll: true });
	expect(all.json).toHaveLength(3 + 4 - 1);
	const preferred = await run({ operation: 'get', email: NICK, options: { prefer: 'roster' } });
	expect(preferred.json[0]).toMatchObject({
		...{ found: true, displayName: 'Nick 1', team: 'Red' },
		directories: ['roster', 'quo'],
	});
	const compared = await run({ operation: 'compare' }, [{ email: NICK }, { email: 'new@x.com' }]);
	expect(compared.json.map(({ directory }) => directory)).toEqual(['quo', 'roster']);
});

it('brings somebody in, and says what a person does to take them out', async () => {
	const ann = { email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' };
	const parameters = { ...ann, operation: 'onboard', rosterPassword: 'very-secret-9' };
	const rows = async (more: object) =>
		(await run({ ...parameters, ...more })).json.map(({ status }) => status);
	expect(await rows({})).toEqual(['manual', 'planned']);
	expect(await rows({ dryRun: false })).toEqual(['manual', 'created']);
	expect(server.members.at(-1)).toMatchObject({ mail: 'ann@example.com', nick: 'Ann' });
	expect(await rows({ dryRun: false })).toEqual(['manual', 'exists']);
	const { json } = await run({ operation: 'offboard', email: ann.email, dryRun: false });
	expect(json[1]).toMatchObject({
		...{ directory: 'roster', status: 'manual', url: server.wire.url },
		note: 'Strike the name from the list at the reception.',
	});
});
