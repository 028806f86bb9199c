import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { ids, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(3);
const by = (value: string): INodeParameters => ({
	user: { __rl: true, mode: 'email', value },
	output: 'raw',
});

describe('a list of as many members as Worksection gives at most', () => {
	beforeEach(() => {
		const { people } = account.sandbox;
		const [first] = people;
		if (!first) throw new Error('There is nobody.');
		while (people.length < 10_000) {
			people.push({ ...first, id: `x${people.length}`, email: `x${people.length}@example.com` });
		}
	});

	it('does not say that a user is not there', async () => {
		const run = await account.run('get', by('who@example.com'));
		expect(errorWords(run.error)).toContain(
			"Worksection: the list is incomplete, and 'who@example.com' is not in it: Worksection returns at most 10000 users, and it returned that many: there may be more.",
		);
	});

	it('still gives the user who came', async () => {
		expect(ids(await account.run('get', by('x9000@example.com')))).toEqual(['x9000']);
	});

	it('does not settle an invitation of unknown outcome', async () => {
		account.sandbox.faults.next({ kind: 'reset' }, ({ query }) => query.action === 'add_user');
		const run = await account.run('invite', { email: 'nathan@example.net' });
		expect(errorWords(run.error)).toContain(
			"Whether the user with the e-mail 'nathan@example.net' was invited is unknown, and the look-up afterwards failed too (the list is incomplete, ",
		);
		expect(errorWords(run.error)).not.toContain('safe');
	});
});
