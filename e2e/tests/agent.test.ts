import type { INodeParameters } from 'n8n-workflow';
import { firstWorkflows } from './firstWorkflows';
import { OpenAiStandIn } from './standIns/openAi';
import { workflowOf } from '../harness/workflow';
import type { Credentials } from '../harness/credentials';
import { application, by } from './locators';
import { Fixture } from './fixture';

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
	provider: string;
	parameters: INodeParameters;
	/** What the model asks the tool for. */
	arguments: Record<string, unknown>;
}

/** An agent with one tool; resolves to what the agent said at last. */
async function agentSays({ provider, parameters, arguments: given }: Task): Promise<unknown> {
	model.plan = [{ tool: 'Directory', arguments: given }];
	const languageModel = {
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.3,
		name: 'Model',
		credentials: modelCredential,
		parameters: { model: by('id', 'gpt-4.1-mini'), responsesApiEnabled: false, options: {} },
	};
	const tool = {
		type: `${provider}Tool`,
		name: 'Directory',
		credentials: fixture.credential(provider),
		parameters: {
			descriptionType: 'manual',
			toolDescription: 'Looks up people',
			resource: 'user',
			...parameters,
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

const emailFromAi = "={{ $fromAI('email', 'E-mail address of the person', 'string') }}";

describe('an AI Agent', () => {
	it('is offered a tool with a schema made of the $fromAI parameters', async () => {
		const { people } = fixture.sandboxes.quo;
		const parameters = { operation: 'get', user: by('email', emailFromAi) };
		await agentSays({ provider: 'quo', parameters, arguments: { email: people[7]?.email } });
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

	it.each(['autocalls', 'quo', 'worksection'] as const)(
		'finds a user of %s by e-mail',
		async (provider) => {
			const { people } = fixture.sandboxes[provider];
			const { id, email } = people[7] as { id: unknown; email: string };
			const parameters = { operation: 'get', user: by('email', emailFromAi), output: 'unified' };
			const said = await agentSays({ provider, parameters, arguments: { email } });
			expect(JSON.parse(String(said))).toEqual([
				expect.objectContaining({ provider, id: String(id), email: email.toLowerCase() }),
			]);
		},
	);

	it('finds a user of voximplant by name', async () => {
		const user = fixture.sandboxes.voximplant.people[7];
		const name = "={{ $fromAI('name', 'User name', 'string') }}";
		const parameters = { operation: 'get', application, user: by('userName', name) };
		const said = await agentSays({
			provider: 'voximplant',
			parameters,
			arguments: { name: user?.user_name },
		});
		expect(JSON.parse(String(said))).toEqual([
			expect.objectContaining({ user_id: user?.user_id, user_name: user?.user_name }),
		]);
	});

	it.each(['autocalls', 'quo', 'voximplant', 'worksection'] as const)(
		'lists as many users of %s as it wants',
		async (provider) => {
			const limit = "={{ $fromAI('limit', 'How many', 'number') }}";
			const inOrder = { application, options: { orderBy: 'user_id' } };
			const more = provider === 'voximplant' ? inOrder : {};
			const said = await agentSays({
				provider,
				parameters: { operation: 'getAll', limit, output: 'unified', ...more },
				arguments: { limit: 3 },
			});
			const users = JSON.parse(String(said)) as Array<{ provider: string; id: string }>;
			expect(users.map((user) => user.provider)).toEqual([provider, provider, provider]);
			const { ids } = firstWorkflows.find((one) => one.provider === provider) ?? {};
			expect(users.map(({ id }) => id)).toEqual(ids?.(fixture.sandboxes).slice(0, 3));
		},
	);
});
