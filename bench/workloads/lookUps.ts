import { nodeUnderTest } from '../../test/harness';
import { fetchLoop } from '../implementations/fetch';
import { httpRequestWorkflow } from '../implementations/httpRequest';
import { runBuiltNode } from '../implementations/node';
import { expectEmails, firstOf, type Workload } from './workload';

/** Finds users by e-mail, one per input item. The HTTP Request node reads the list for each item. */
export const lookUps: Workload = async ({ from, directories, variant, count }) => {
	const directory = firstOf(directories);
	if (variant === 'httpRequest') {
		const { ms, users } = await httpRequestWorkflow(from)(directory, count);
		if (users.length !== count * directory.users) throw new Error(`${users.length} users came.`);
		return { ms };
	}
	const { users } = await (await fetchLoop())(directory);
	const wanted = (users as Array<{ email: string }>).slice(0, count).reverse();
	const { ms, run } = await runBuiltNode(from, directory, {
		parameters: {
			operation: 'get',
			user: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		},
		input: wanted.map(({ email }) => ({ email })),
	});
	expectEmails(run.run.json(nodeUnderTest), wanted);
	return { ms };
};
