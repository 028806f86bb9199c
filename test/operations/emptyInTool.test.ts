import type { INodeParameters } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { packageName, runNode, sourcePackage } from '../harness';
import { fillable } from './fillable';
import { nameOf, operations, type OperationUnderTest } from './operations';
import { credentialsFor, parametersOf } from './parameters';

// An option that isn't given leaves the provider's own rate: instead of waiting, the clock is put forward.
const mockClock = { ahead: 0 };
jest.mock('../../nodes/shared/http/sleep', () => ({
	cancellableSleep: async (ms: number) => void (mockClock.ahead += ms),
}));
const now = Date.now.bind(Date);
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => now() + mockClock.ahead));
afterEach(() => jest.restoreAllMocks());

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 3 });
});
afterAll(async () => await sandboxes.close());

/** As an agent runs the node, which n8n then calls by another type. */
async function runTool(under: OperationUnderTest, parameters: INodeParameters) {
	const type = `${packageName}.${under.node}Tool`;
	const node = sourcePackage().node(under.node);
	if (!node || !('execute' in node)) throw new Error(`There is no node ${under.node}.`);
	const { error, json } = await runNode({
		node: type,
		nodeTypes: { [type]: node },
		parameters,
		credentials: credentialsFor(under.node, sandboxes),
	});
	sandboxes[under.node].reset();
	expect(error).toBeUndefined();
	return json.map((result) => Object.keys(result));
}

const COLLECTIONS = ['filters', 'options', 'additionalFields'];

const emptied = (under: OperationUnderTest, value: unknown): INodeParameters => {
	const inside = fillable(under).filter(({ within }) => COLLECTIONS.includes(within ?? ''));
	const parameters: Record<string, Record<string, unknown>> = {};
	for (const { within = '', property } of inside) {
		const isLocator = property.type === 'resourceLocator';
		const empty = isLocator ? { __rl: true, mode: 'list', value } : value;
		parameters[within] = { ...parameters[within], [property.name]: empty };
	}
	return JSON.parse(JSON.stringify(parameters)) as INodeParameters;
};

const cases = operations.flatMap((under) =>
	(['', null] as const).map((value) => [nameOf(under), value, under] as const),
);

it.each(cases)('%s as a tool takes %j for not given', async (_name, value, under) => {
	const plain = await runTool(under, parametersOf(under, sandboxes));
	const parameters = { ...parametersOf(under, sandboxes), ...emptied(under, value) };
	expect(await runTool(under, parameters)).toEqual(plain);
});
