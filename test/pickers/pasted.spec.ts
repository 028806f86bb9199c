import { INVISIBLE, MAIL_MARKS } from '../pasted/marks';
import { defined } from '../harness/defined';
import { Lists, pickerOf, providers } from './lists';

const lists = new Lists({ users: 5 });

const found = async (provider: (typeof providers)[number], filter: string) => {
	const { results } = await lists.open(provider, { filter });
	return results.map(({ value }) => value);
};

describe.each(providers)('the list of users of %s', (provider) => {
	const third = () => defined(pickerOf(provider).shown(lists.sandboxes[provider])[2]).map(String);

	it.each(INVISIBLE)('finds a name, an address and an ID with %s inside', async (_what, mark) => {
		const [id = '', ...words] = third();
		for (const word of [id, ...words]) {
			const pasted = `${mark}${word.slice(0, 2)}${mark}${word.slice(2)}${mark}`;
			expect(await found(provider, pasted)).toContain(id);
		}
	});

	it.each(MAIL_MARKS)('finds an address with %s', async (_what, around) => {
		const [id = '', , address = ''] = third();
		if (!address.includes('@')) return;
		expect(await found(provider, around(address))).toEqual([id]);
	});
});

it('the list of phone numbers finds one with any hyphen', async () => {
	const [, second] = lists.sandboxes.quo.phoneNumbers;
	const [id, number] = [second?.id, second?.number ?? ''];
	for (const hyphen of ['\u2011', '\u2013', '\u2212', '\u00a0']) {
		const filter = `\u202a${number.slice(0, 2)}${hyphen}${number.slice(2)}\u202c`;
		const open = { method: 'searchPhoneNumbers', field: 'phoneNumber', filter };
		const { results } = await lists.open('quo', open);
		expect(results.map(({ value }) => value)).toEqual([id]);
	}
});
