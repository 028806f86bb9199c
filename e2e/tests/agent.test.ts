import type { INodeParameters } from 'n8n-workflow';
import type { ProviderName } from '../../sandbox';
import { OpenAiStandIn } from './standIns/openAi';
import { providers } from '../harness/package';
import { workflowOf, type NodeSketch } from '../harness/workflow';
import type { Credentials } from '../harness/credentials';
import { Fixture } from './fixture';
import { ann, giveAddress, peopleNode } from './people';
import { providerTests } from './providerTests';
import { by } from './values';

const fixture = new Fixture();
let model: OpenAiStandIn;
let modelCredential: Credentials;

beforeAll(async () => {
	model = await new OpenAiStandIn().listen();
	modelCredential = {
		openAiApi: await fixture.rest.createCredential('openAiApi', model.credentials),
	};
});
afterEach(() => expect(model.refusals).toEqual([]));
afterAll(async () => await model.close());

interface Task {
	/** The node that is the tool, without what makes it one. */
	node: NodeSketch;
	/** What the model asks the tool for. */
	arguments: Record<string, unknown>;
}

/** An agent with one tool; resolves to what the agent said at last. */
async function agentSays({ node, arguments: given }: Task): Promise<unknown> {
	model.plan = [{ tool: 'Directory', arguments: given }];
	const languageModel = {
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.3,
		name: 'Model',
		credentials: modelCredential,
		parameters: { model: by('id', 'gpt-4.1-mini'), responsesApiEnabled: false, options: {} },
	};
	const tool = {
		...node,
		type: `${node.type}Tool`,
		name: 'Directory',
		parameters: {
			...{ descriptionType: 'manual', toolDescription: 'Looks up people' },
			...node.parameters,
		},
	};
	const agent = {
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3.1,
		name: 'Agent',
		parameters: { promptType: 'define', text: 'Who is that?', options: {} },
		attached: { ai_languageModel: [languageModel], ai_tool: [tool] },
	};
	const stored = await fixture.rest.run(workflowOf({ nodes: [agent] }));
	expect(model.refusals).toEqual([]);
	expect(stored.error).toBeUndefined();
	expect(stored.status).toBe('success');
	return stored.json('Agent')[0]?.output;
}

const nodeFor = (provider: ProviderName, parameters: INodeParameters): NodeSketch => ({
	type: provider,
	credentials: fixture.credential(provider),
	parameters: { resource: 'user', ...providerTests[provider].application, ...parameters },
});

const emailFromAi = "={{ $fromAI('email', 'E-mail address of the person', 'string') }}";

describe('an AI Agent', () => {
	it('is offered a tool with a schema made of the $fromAI parameters', async () => {
		const { people } = fixture.sandboxes.quo;
		const parameters = { operation: 'get', user: by('email', emailFromAi) };
		const node = nodeFor('quo', parameters);
		await agentSays({ node, arguments: { email: people[7]?.email } });
		expect(model.offered.map((tool) => tool.function)).toEqual([
			expect.objectContaining({
				name: 'Directory',
				description: 'Looks up people',
				parameters: expect.objectContaining({
					type: 'object',
					properties: {
						email: expect.objectContaining({
							type: 'string',
							description: 'E-mail address of the person',
						}),
					},
					required: ['email'],
				}),
			}),
		]);
	});

	it.each(providers)('finds a user of %s by what people know of it', async (provider) => {
		const { lookUp, ids } = providerTests[provider];
		const known = lookUp.values(fixture.sandboxes)[7];
		const fromAi = "={{ $fromAI('known', 'E-mail address or user name', 'string') }}";
		const parameters = { operation: 'get', user: by(lookUp.mode, fromAi), output: 'unified' };
		const node = nodeFor(provider, parameters);
		const said = await agentSays({ node, arguments: { known } });
		const user = { provider, id: ids(fixture.sandboxes)[7] };
		const email = lookUp.mode === 'email' ? { email: known?.toLowerCase() } : {};
		expect(JSON.parse(String(said))).toEqual([expect.objectContaining({ ...user, ...email })]);
	});

	it.each(providers)('lists as many users of %s as it wants', async (provider) => {
		const limit = "={{ $fromAI('limit', 'How many', 'number') }}";
		const { operations, ids } = providerTests[provider];
		const { options = {} } = operations['user.getAll']?.parameters(fixture.sandboxes) ?? {};
		const parameters = { operation: 'getAll', limit, output: 'unified', options };
		const said = await agentSays({ node: nodeFor(provider, parameters), arguments: { limit: 3 } });
		const users = JSON.parse(String(said)) as Array<{ provider: string; id: string }>;
		expect(users.map((user) => user.provider)).toEqual([provider, provider, provider]);
		expect(users.map(({ id }) => id)).toEqual(ids(fixture.sandboxes).slice(0, 3));
	});

	it('finds one person in all directories', async () => {
		giveAddress(fixture.sandboxes, ann);
		const node = peopleNode(fixture, { operation: 'get', email: emailFromAi });
		const said = await agentSays({ node, arguments: { email: ann.toUpperCase() } });
		const [person] = JSON.parse(String(said)) as Array<{ accounts: object[] }>;
		expect(person).toMatchObject({ found: true, key: ann });
		expect(person?.accounts).toHaveLength(providers.length);
	});

	it('lists as many people of all directories as it wants, by what it searches for', async () => {
		giveAddress(fixture.sandboxes, ann);
		const search = "={{ $fromAI('search', 'Name or address', 'string') }}";
		const limit = "={{ $fromAI('limit', 'How many', 'number') }}";
		const node = peopleNode(fixture, { operation: 'getAll', limit, filters: { search } });
		const keys = async (given: object) => {
			const said = await agentSays({ node, arguments: { ...given } });
			return (JSON.parse(String(said)) as Array<{ key: string }>).map(({ key }) => key);
		};
		expect(await keys({ search: 'ann.lee', limit: 3 })).toEqual([ann]);
		expect(await keys({ search: '', limit: 3 })).toHaveLength(3);
	});
});
