/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

export const everything = { returnAll: true, output: 'raw' };

export const someText: unknown = expect.any(String);

export function pick<Thing extends object>(thing: Thing | undefined, ...names: Array<keyof Thing>) {
	if (thing === undefined) throw new Error('There is none.');
	return Object.fromEntries(names.map((name) => [name, thing[name]]));
}

/** Each as an object that has at least these of its fields. */
export const withFields = <Thing extends object>(list: Thing[], ...names: Array<keyof Thing>) =>
	list.map((thing) => expect.objectContaining(pick(thing, ...names)) as unknown);

/** The same list, with that much changed of the third one in it. */
export const thirdChanged = <Thing extends object>(
	list: Thing[],
	change: (thing: Thing) => object,
): object[] => list.map((thing, index) => (index === 2 ? { ...thing, ...change(thing) } : thing));

/** The last of a list, found by one field and saved by another. */
export function lastOf<Thing extends object>(
	list: Thing[],
	shown: keyof Thing,
	saved: keyof Thing,
): { typed: string; value: string } {
	const last = list.at(-1);
	return { typed: String(last?.[shown]), value: String(last?.[saved]) };
}
