import axios from 'axios';
import { providers } from '../providers';
import type { Implementation } from './implementation';
import { sequentialPages } from './pages';

/** A loop as one writes it into a Code node, without n8n around it. */
export const axiosLoop: Implementation = async () => async (directory) => {
	const requests = await providers[directory.provider].requests(directory);
	const { method, headers } = requests;
	const started = performance.now();
	const users = await sequentialPages(requests, async (url) => {
		const { data } = await axios.request<never>({ method, url, headers });
		return data;
	});
	return { ms: performance.now() - started, users };
};
