import { nodeUnderTest } from '../../test/harness';
import { runBuilt } from '../contestants/node';
import { only, type Trial } from './trial';

/** Registers users, so many side by side as `variant` says. */
export const registrations: Trial = async ({ from, directories, variant, count }) => {
	const input = Array.from({ length: count }, (_, index) => ({
		name: `Newcomer ${index}`,
		email: `newcomer.${index}@example.com`,
	}));
	const { ms, run } = await runBuilt(from, only(directories), {
		parameters: {
			operation: 'register',
			output: 'simplified',
			name: '={{ $json.name }}',
			email: '={{ $json.email }}',
			password: 'Passw0rd-of-a-newcomer',
			options: { concurrency: Number(variant) },
		},
		input,
	});
	const emails = (all: ReadonlyArray<{ email?: unknown }>) =>
		JSON.stringify(all.map(({ email }) => email));
	if (emails(run.run.json(nodeUnderTest)) !== emails(input)) throw new Error('Not in order.');
	return { ms };
};
