import { SPELLINGS } from '../../spelledNames/spellings';
import { at, by, VoximplantFixture } from './fixture';

const fixture = new VoximplantFixture(3);

const kinds = [
	{ noun: 'skill', id: 'skill_id', operation: 'bindSkill' },
	{ noun: 'queue', id: 'acd_queue_id', operation: 'bindQueue' },
] as const;

describe.each(kinds)('Bind of a $noun by its name', ({ noun, id, operation }) => {
	/** More of them, with IDs from 700001 on. */
	function add(...names: string[]): void {
		const { skills, queues } = fixture.sandbox;
		const all: object[] = noun === 'skill' ? skills : queues;
		const model = at(all, 2);
		const named = names.map((name, index) => ({
			...model,
			[id]: 700_001 + index,
			[id.replace('_id', '_name')]: name,
		}));
		all.push(...named);
	}
	const bind = async (name: string) =>
		await fixture.run({
			operation,
			user: by('id', at(fixture.sandbox.people, 1).user_id),
			application: by('id', fixture.application.application_id),
			[noun]: by('name', name),
			output: 'simplified',
		});

	it.each(SPELLINGS)('finds one with %s: %j by %j', async (_what, one, other) => {
		add(one);
		expect((await bind(other)).json).toMatchObject([{ [id]: 700_001 }]);
	});

	it('prefers the very name to those that are alike', async () => {
		add('Chess', 'chess', 'CHESS');
		expect((await bind('chess')).json).toMatchObject([{ [id]: 700_002 }]);
		expect((await bind('cheSS')).error?.message).toContain('3 ');
	});
});
