import type { INodeParameters } from 'n8n-workflow';
import { at, by, VoximplantFixture } from './fixture';

const fixture = new VoximplantFixture(8);
const user = () => at(fixture.sandbox.people, 2);
const application = () => ({ application: by('id', fixture.application.application_id) });
const skill = () => ({ skill: by('id', at(fixture.sandbox.skills, 0).skill_id) });
const queue = () => ({ queue: by('id', at(fixture.sandbox.queues, 1).acd_queue_id) });

const operations: Array<[string, () => INodeParameters]> = [
	['update', () => ({ updateFields: { userActive: true } })],
	['delete', () => ({})],
	['bindSkill', skill],
	['unbindSkill', skill],
	['bindQueue', queue],
	['unbindQueue', queue],
];

describe.each(operations)('%s says whom it was done to', (operation, more) => {
	const run = async (chosen: INodeParameters) =>
		await fixture.run(
			{ operation, ...application(), ...more(), user: chosen },
			{ input: [{ id: user().user_id }] },
		);
	const picked = (label: string, value: string | number = user().user_id) => ({
		...by('list', value),
		cachedResultName: label,
	});

	it('by the user name that was looked up', async () => {
		const { user_id, user_name } = user();
		const { json } = await run(by('userName', user_name));
		expect(json).toMatchObject([{ user_id, user_name }]);
	});

	it('by the name that the list showed, without another request', async () => {
		const { user_id } = user();
		const { json } = await run(picked('Ann (Sales) Lee (ann-lee)'));
		expect(json).toMatchObject([{ user_id, user_name: 'ann-lee' }]);
		expect(Object.keys(json[0] ?? {}).slice(0, 2)).toEqual(['user_id', 'user_name']);
		expect(fixture.calls).toHaveLength(1);
	});

	it.each<[string, () => INodeParameters]>([
		['an ID', () => by('id', user().user_id)],
		['a list without a name', () => by('list', user().user_id)],
		['a list with the ID alone', () => picked(String(user().user_id))],
		['a list that showed no user name', () => picked('Ann Lee (on leave)')],
		['an ID that once was chosen', () => ({ ...picked('Ann (ann)'), mode: 'id' })],
		['an expression in its place', () => picked('Ann (ann)', '={{ $json.id }}')],
	])('by the ID alone, where %s is all that is known', async (_what, chosen) => {
		const { user_id } = user();
		const { json } = await run(chosen());
		expect(json).toMatchObject([{ user_id }]);
		expect(json[0]).not.toHaveProperty('user_name');
	});
});

it('update gives the new user name', async () => {
	const { user_id, user_name } = user();
	for (const chosen of [by('userName', user_name), by('id', user_id)]) {
		const { json } = await fixture.update(
			{ newUserName: 'nora' },
			{
				...application(),
				user: chosen,
			},
		);
		expect(json).toEqual([{ user_id, user_name: 'nora', updated: true }]);
		fixture.sandbox.reset();
	}
});
