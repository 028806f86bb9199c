import { type Sandboxes, startSandboxes } from '../../sandbox';
import { TriggerFixture, told, USERS } from './fixture';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: USERS })));
afterAll(async () => await sandboxes.close());
beforeEach(() => sandboxes.worksection.reset());

describe('the Worksection trigger by OAuth2', () => {
	const fixture = new TriggerFixture(() => sandboxes, 'worksection');

	it('watches the same account as with the API key', async () => {
		await fixture.activate();
		const [leaving] = fixture.remove(3);
		const credentials = { worksectionOAuth2Api: sandboxes.worksection.connected('users_read') };
		const node = fixture.restart({ authentication: 'oAuth2' }, { credentials });
		expect(told(await node.poll())).toEqual([`left ${fixture.idOf(leaving)}`]);
	});
});
