import { nodeUnderTest } from '../../test/harness';
import { runBuiltNode } from '../implementations/node';
import { expectEmails, firstOf, type Workload } from './workload';

/** Registers users with the concurrency in `variant`. */
export const registrations: Workload = async ({ from, directories, variant, count }) => {
	const input = Array.from({ length: count }, (_, index) => ({
		name: `New ${index}`,
		email: `new.${index}@example.com`,
	}));
	const { ms, run } = await runBuiltNode(from, firstOf(directories), {
		parameters: {
			operation: 'register',
			output: 'simplified',
			name: '={{ $json.name }}',
			email: '={{ $json.email }}',
			password: 'Passw0rd-of-a-new-user',
			options: { concurrency: Number(variant) },
		},
		input,
	});
	expectEmails(run.run.json(nodeUnderTest), input);
	return { ms };
};
