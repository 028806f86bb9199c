import axios from 'axios';
import type { N8nRest } from '../harness/rest';

/** The two icons of a node or a credential, the light one first. Each is asked for as the editor does. */
export async function iconsOf({ url }: N8nRest, described: { iconUrl?: unknown }) {
	const urls = Object.values(described.iconUrl as Record<string, string>);
	expect(Object.keys(described.iconUrl as object).sort()).toEqual(['dark', 'light']);
	const answers = await Promise.all(
		urls.map((icon) => axios.get<string>(`${url}/${icon}`, { proxy: false })),
	);
	expect(answers.map(({ headers }) => headers['content-type'])).toEqual([
		expect.stringContaining('image/svg+xml'),
		expect.stringContaining('image/svg+xml'),
	]);
	return answers.map(({ data }) => data);
}
