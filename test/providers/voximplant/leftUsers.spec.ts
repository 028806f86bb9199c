import { startSandboxes, type Sandboxes } from '../../../sandbox';
import { TriggerFixture } from '../../triggers/fixture';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
afterAll(async () => await sandboxes.close());

/** The user of the event, after whoever is first in the list has left. */
async function left(output: string, fieldsToWatch: string[], active: boolean, frozen: boolean) {
	const fixture = new TriggerFixture(() => sandboxes, 'voximplant');
	fixture.sandbox.reset();
	Object.assign(fixture.people[0]!, { user_active: active, frozen });
	const node = await fixture.activate({ output, fieldsToWatch });
	fixture.remove(0);
	const [event] = (await node.poll()) ?? [];
	return event?.user as { active?: boolean | null };
}

describe('who left an application', () => {
	it.each<[string[], boolean, boolean, boolean | null]>([
		[['user_active', 'frozen'], true, false, true],
		[['user_active', 'frozen'], true, true, false],
		[['user_active', 'frozen'], false, false, false],
		[['user_active'], false, true, false],
		[['user_active'], true, true, null],
		[['frozen'], true, true, false],
		[['frozen'], true, false, null],
		[['user_name'], true, false, null],
	])(
		'with %j remembered, active %s and frozen %s: is told as active: %s',
		async (watched, active, frozen, told) => {
			expect((await left('unified', watched, active, frozen)).active).toBe(told);
			const scim = await left('scim', watched, active, frozen);
			expect(scim.active).toBe(told ?? undefined);
			expect(await left('raw', watched, active, frozen)).toMatchObject({
				user_active: watched.includes('user_active') ? active : null,
				frozen: watched.includes('frozen') ? frozen : null,
			});
		},
	);
});
