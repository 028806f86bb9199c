import { autocallsScene } from './autocalls';
import { kinds } from './kinds';
import { deedsOf, nameOf, placesOf } from './places';
import { quoScene } from './quo';
import { rowNameOf, type Scene, stageOf } from './scene';
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
		const deeds = Object.entries(scene.stages).flatMap(([resource, stages]) =>
			Object.keys(stages).map((operation) => ({ resource, operation })),
		);
		expect(deeds.map(nameOf).sort()).toEqual(deedsOf(node).map(nameOf).sort());
		const expected = deeds.flatMap((deed) =>
			Object.keys(stageOf(scene, deed).rows).map((name) => `${nameOf(deed)} ${name}`),
		);
		const there = places.map(
			(place) => `${nameOf(place)} ${rowNameOf(stageOf(scene, place).rows, place.name)}`,
		);
		expect(expected.sort()).toEqual([...new Set(there)].sort());
	});

	it.each(places.map((place) => [nameOf(place), place.name, place] as const))(
		`%s says what is wrong with %s, ${kinds.length} kinds of bad input`,
		async (_deed, _name, place) => {
			expect(await wrongAt(scene, place)).toEqual([]);
		},
	);

	const named = (settings: Setting[]) =>
		settings.map((setting) => [nameOf(setting), setting.what, setting] as const);

	it.each(named([...requiredOf(node), ...unknownModesOf(node)]))(
		'%s asks for nothing with %s',
		async (_deed, _what, setting) => {
			const { error, items } = await runWith(scene, setting);
			expect(error?.message).toMatch(new RegExp(`['"]${setting.field}['"]`));
			expect(items).toEqual([]);
			expect(scene.sandbox.log).toEqual([]);
		},
	);

	it.each(named(choicesOf(node)))('%s is not taken for %s', async (_deed, _what, setting) => {
		const { error, items } = await runWith(scene, setting);
		expect(error?.message).toContain(`'${setting.field}'`);
		expect(error?.message).toMatch(/must be one of/);
		expect(items).toEqual([]);
		expect(scene.sandbox.log).toEqual([]);
	});
});
