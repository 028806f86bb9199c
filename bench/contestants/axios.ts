import axios from 'axios';
import { askingFor, oneByOne } from './byHand';
import type { Contestant } from './contestant';

/** A loop as one writes it into a Code node, without n8n around it. The token is signed beforehand. */
export const axiosLoop: Contestant = async () => async (directory) => {
	const asking = await askingFor(directory);
	const { method, headers } = asking;
	const started = performance.now();
	const users = await oneByOne(asking, async (url) => {
		const { data } = await axios.request<never>({ method, url, headers });
		return data;
	});
	return { ms: performance.now() - started, users };
};
