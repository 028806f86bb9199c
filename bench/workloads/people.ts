import { nodeUnderTest, runNode } from '../../test/harness';
import { providers } from '../providers';
import { runBuiltNode } from '../implementations/node';
import { firstOf, type Workload } from './workload';

/** The people of all directories, or the list of one: each at the rate that it keeps by default. */
export const people: Workload = async ({ from, directories, variant }) => {
	if (variant === 'list') {
		const options = {};
		const { ms } = await runBuiltNode(from, firstOf(directories), { parameters: { options } });
		return { ms };
	}
	const credentials = Object.fromEntries(
		directories.map(({ credentialType, credentials: own }) => [credentialType, own]),
	);
	const fields = directories.map((each) => providers[each.provider].parameters?.(each) ?? {});
	const run = await runNode({
		...{ node: 'userDirectory', from, credentials },
		parameters: {
			...{ resource: 'person', operation: 'getAll', returnAll: true },
			directories: directories.map(({ provider }) => provider),
			...(Object.assign({}, ...fields) as object),
		},
	});
	if (run.error) throw run.error;
	const accounts = run.run
		.json(nodeUnderTest)
		.reduce((sum, person) => sum + (person.accounts as unknown[]).length, 0);
	const users = directories.reduce((sum, each) => sum + each.users, 0);
	if (accounts !== users) throw new Error(`${accounts} accounts came, not ${users}.`);
	return { ms: run.task?.executionTime ?? Number.NaN };
};
