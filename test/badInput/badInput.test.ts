import { autocallsScene } from './autocalls';
import { kinds } from './kinds';
import { operationsOf, placesOf } from './places';
import { quoScene } from './quo';
import { rowNameOf, type Scene } from './scene';
import { wrongAt } from './trial';
import { voximplantScene } from './voximplant';
import { choicesOf, requiredOf, runWith, type Setting, unknownModesOf } from './wholeNode';
import { worksectionScene } from './worksection';

const scenes: Record<string, () => Promise<Scene>> = {
	autocalls: autocallsScene,
	quo: quoScene,
	voximplant: voximplantScene,
	worksection: worksectionScene,
};

describe.each(Object.entries(scenes))('%s', (node, start) => {
	let scene: Scene;
	beforeAll(async () => {
		scene = await start();
	});
	afterAll(async () => await scene.sandbox.close());

	const places = placesOf(node);

	it('has an expectation for each of its parameters, and for no other', () => {
		const stages = Object.entries(scene.stages);
		const expected = stages.flatMap(([operation, { rows }]) =>
			Object.keys(rows).map((name) => `${operation} ${name}`),
		);
		const there = places.map(({ operation, name }) => {
			const rows = scene.stages[operation]?.rows ?? {};
			return `${operation} ${rowNameOf(rows, name)}`;
		});
		expect(expected.sort()).toEqual([...new Set(there)].sort());
		expect(Object.keys(scene.stages).sort()).toEqual(operationsOf(node).sort());
	});

	it.each(places.map((place) => [place.operation, place.name, place] as const))(
		`%s says what is wrong with %s, ${kinds.length} kinds of bad input`,
		async (_operation, _name, place) => {
			expect(await wrongAt(scene, place)).toEqual([]);
		},
	);

	const named = (settings: Setting[]) =>
		settings.map((setting) => [setting.operation, setting.what, setting] as const);

	it.each(named([...requiredOf(node), ...unknownModesOf(node)]))(
		'%s asks for nothing with %s',
		async (_operation, _what, setting) => {
			const { error, items } = await runWith(scene, setting);
			expect(error?.message).toMatch(new RegExp(`['"]${setting.field}['"]`));
			expect(items).toEqual([]);
			expect(scene.sandbox.log).toEqual([]);
		},
	);

	it.each(named(choicesOf(node)))('%s is not taken for %s', async (_operation, _what, setting) => {
		const { error, items } = await runWith(scene, setting);
		expect(error?.message).toContain(`'${setting.field}'`);
		expect(error?.message).toMatch(/must be one of/);
		expect(items).toEqual([]);
		expect(scene.sandbox.log).toEqual([]);
	});
});
