import { fetchLoop } from '../contestants/fetch';
import { runOwn } from '../contestants/httpRequest';
import { runBuilt } from '../contestants/node';
import { nodeUnderTest } from '../../test/harness';
import { only, type Trial } from './trial';

/** Users by e-mail, one input item for each; the HTTP Request node walks the list for each item. */
export const lookUps: Trial = async ({ from, directories, variant, count }) => {
	const directory = only(directories);
	if (variant === 'httpRequest') {
		const read = await runOwn(from);
		const { ms, users } = await read(directory, count);
		if (users.length !== count * directory.users) throw new Error(`${users.length} users came.`);
		return { ms };
	}
	const { users } = await (await fetchLoop())(directory);
	const wanted = (users as Array<{ email: string }>).slice(0, count).reverse();
	const { ms, run } = await runBuilt(from, directory, {
		parameters: {
			operation: 'get',
			user: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		},
		input: wanted.map(({ email }) => ({ email })),
	});
	const emails = (all: ReadonlyArray<{ email?: unknown }>) =>
		JSON.stringify(all.map(({ email }) => email));
	if (emails(run.run.json(nodeUnderTest)) !== emails(wanted))
		throw new Error('Not those asked for.');
	return { ms };
};
