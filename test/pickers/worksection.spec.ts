import { Lists } from './lists';

const lists = new Lists({ users: 4 });

it('a member links the page in the account that Worksection names, and no other site', async () => {
	const { people, url } = lists.sandboxes.worksection;
	const account = new URL(url).origin;
	const urls = ['https://example.com/anna', '', '/user/42/', `${account}/user/43/`];
	for (const [index, person] of people.entries()) person.url = urls[index] ?? '';
	const { results } = await lists.open('worksection');
	expect(results.map((entry) => entry.url)).toEqual([
		undefined,
		undefined,
		`${account}/user/42/`,
		`${account}/user/43/`,
	]);
});

it.each(['javascript:alert(1)', '//example.com/', 'http://', 'https://a b', '/', ' '])(
	'%j is no link',
	async (url) => {
		for (const person of lists.sandboxes.worksection.people) person.url = url;
		const { results } = await lists.open('worksection');
		expect(results.filter((entry) => 'url' in entry)).toEqual([]);
	},
);
