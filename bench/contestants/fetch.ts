import { askingFor, sideBySide } from './byHand';
import type { Contestant } from './contestant';

/** As many as our nodes ask for by default. */
export const WIDTH = 5;

/** The lower bound: connections kept alive, pages side by side where the API allows, nothing checked. */
export const fetchLoop: Contestant = async () => async (directory) => {
	const asking = await askingFor(directory);
	const { method, headers } = asking;
	const started = performance.now();
	const get = async (url: string) =>
		(await (await fetch(url, { method, headers })).json()) as never;
	const users = await sideBySide(asking, get, WIDTH);
	return { ms: performance.now() - started, users };
};
