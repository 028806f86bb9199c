import axios from 'axios';
import { until } from '../../test/harness/until';
import { providers } from '../harness/package';
import type { StoredExecution } from '../harness/storedExecution';
import { ann, giveAddress } from './people';
import { StandInsFixture } from './standIns/fixture';
import { hosts } from './standIns/standIns';

const fixture = new StandInsFixture();
const ids = new Map<string, string>();

beforeAll(async () => {
	const files = ['access-review', 'offboarding-with-approval', 'onboarding-form'];
	for (const file of files) {
		const id = await fixture.rest.createWorkflow(fixture.example(`${file}.json`));
		await fixture.rest.activate(id);
		ids.set(file, id);
	}
}, 60_000);

/** Fills in the form of an example; resolves to the execution that it starts. */
async function submitted(file: string, form: string, fields: Array<string | Blob>) {
	const id = ids.get(file) ?? '';
	const before = (await fixture.rest.executionsOf(id)).length;
	const data = new FormData();
	fields.forEach((value, index) => {
		if (typeof value === 'string') data.set(`field-${index}`, value);
		else data.set(`field-${index}`, value, 'people.csv');
	});
	await fixture.rest.submitForm(form, data);
	const [newest, ...older] = await fixture.rest.executionsOf(id);
	expect(older).toHaveLength(before);
	return newest?.id ?? '';
}

async function ended(execution: string): Promise<StoredExecution> {
	const stored = await fixture.rest.finished(execution);
	expect(stored.error).toBeUndefined();
	expect(stored.status).toBe('success');
	return stored;
}

const messages = () => fixture.standIns.slack.messages;
const reached = () => [...new Set(fixture.standIns.proxy.tunnels)].sort();
const allHosts = () => [...providers.map((name) => hosts[name]), hosts.slack].sort();

describe('an access review', () => {
	const review = async (rows: string[]) => {
		const csv = new Blob([['\ufeffname,email', ...rows].join('\r\n')], { type: 'text/csv' });
		await ended(await submitted('access-review', 'access-review', [csv]));
		expect(messages()).toHaveLength(1);
		const [{ channel, text } = { channel: '', text: '' }] = messages();
		expect(channel).toBe('#general');
		return text.split('\n');
	};

	it('tells Slack who is extra, missing and to be looked at', async () => {
		const { autocalls, quo, worksection } = fixture.standIns.sandboxes;
		for (const people of [autocalls.people, quo.people, worksection.people]) people.splice(3);
		const [eve] = giveAddress(fixture.standIns.sandboxes, 'eve@x.com', {
			...{ index: 2, names: ['quo'] },
		});
		Object.assign(eve ?? {}, { firstName: '<!channel>', lastName: '& Co' });
		const emails = [...autocalls.people, ...quo.people, ...worksection.people]
			.map(({ email }) => email)
			.filter((email) => email !== 'eve@x.com');
		const rows = [...new Set(emails)].map((email) => `Who,${email}`);
		const lines = await review([...rows, ',', 'New One,new@example.com', 'No Address,']);
		expect(lines[0]).toMatch(
			/^:mag: Access review of accounts: \d+ matched, \d+ missing, 1 extra, 1 to review$/,
		);
		expect(lines.slice(1, 3)).toEqual([
			'*In a directory, but not in the roster*',
			'• &lt;!channel&gt; &amp; Co (eve@x.com): Quo',
		]);
		expect(lines).toContain('• New One (new@example.com): Worksection, Quo, Autocalls');
		expect(lines.slice(-2)).toEqual([
			'*To be looked at*',
			'• No Address: Roster. The row of the roster has no e-mail address.',
		]);
		const asked = [hosts.autocalls, hosts.quo, hosts.slack, hosts.worksection];
		expect(reached()).toEqual(asked.sort());
	});

	it('names 20 of each at most', async () => {
		const rows = Array.from({ length: 60 }, (_, index) => `,p${index}@example.org`);
		const text = (await review(rows)).join('\n');
		const [, extra = '', missing = ''] = text.split(/\n\*.+\*\n/);
		for (const section of [extra, missing]) expect(section).toMatch(/\nand 4\d more$/);
		expect(text.length).toBeLessThan(4000);
	});
});

describe('offboarding with an approval', () => {
	/** Hands in the form; resolves when Slack was asked. */
	async function asked() {
		giveAddress(fixture.standIns.sandboxes, ann);
		const execution = await submitted('offboarding-with-approval', 'offboarding', [ann]);
		await until('Slack is asked', () => messages().length === 1);
		const waits = async () => {
			const rows = await fixture.rest.executionsOf(ids.get('offboarding-with-approval') ?? '');
			return rows.find(({ id }) => id === execution)?.status === 'waiting';
		};
		await until('n8n waits', waits);
		return { execution, ...messages()[0] };
	}

	/** As a person's browser does who selects a button. */
	async function answer(url = ''): Promise<void> {
		const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' };
		expect((await axios.get(url, { headers, proxy: false })).status).toBe(200);
	}

	const user = () => fixture.standIns.sandboxes.voximplant.people[7];

	it('shows the plan, and does it after Approve alone', async () => {
		const { execution, text = '', buttons = {} } = await asked();
		const [title, ...lines] = text.split('\n');
		expect(title).toBe(`Offboard ${ann}? In 2 of 4 directories something will be done:`);
		expect(lines).toEqual([
			expect.stringMatching(/^• Worksection: will be done\. Projects: .* https:\/\/\S+$/),
			expect.stringMatching(/^• Quo: by hand\. .*https:\/\/my\.quo\.com$/),
			expect.stringMatching(/^• Autocalls: by hand\. /),
			expect.stringMatching(/^• Voximplant: will be done\. Action: deactivate\. User: /),
		]);
		expect(text).not.toMatch(/&#?\w+;(?<!&(amp|lt|gt);)/);
		expect(user()?.user_active).toBe(true);
		await answer(buttons.Approve);
		await ended(execution);
		expect(user()?.user_active).toBe(false);
		expect(messages()).toHaveLength(2);
		expect(messages()[1]?.text.split('\n')).toEqual([
			`:wave: Offboarded: ${ann}`,
			expect.stringMatching(/^• Worksection: removed from projects\. /),
			expect.stringMatching(/^• Quo: by hand\. /),
			expect.stringMatching(/^• Autocalls: by hand\. /),
			expect.stringMatching(/^• Voximplant: deactivated\. Action: deactivate\. User: /),
		]);
		expect(reached()).toEqual(allHosts());
	}, 120_000);

	it('changes nothing after Decline', async () => {
		const { execution, buttons = {} } = await asked();
		await answer(buttons.Decline);
		await ended(execution);
		expect(user()?.user_active).toBe(true);
		expect(messages()).toHaveLength(1);
	});
});

describe('the onboarding form', () => {
	it('shows the plan, then creates the accounts, and tells Slack each time', async () => {
		const { autocalls, voximplant, worksection } = fixture.standIns.sandboxes;
		const form = ['Bo', '<New>', 'bo.new@example.com', 'Agent'];
		const handIn = async (chosen: string) => {
			await ended(await submitted('onboarding-form', 'onboarding', [...form, chosen]));
			return messages().at(-1)?.text.split('\n') ?? [];
		};
		const planned = await handIn('Show the plan');
		expect(planned[0]).toBe(':seedling: Onboarding: Bo &lt;New&gt; (bo.new@example.com)');
		expect(planned).toContain('• Worksection: would be created.');
		expect(autocalls.people).toHaveLength(60);
		expect(await handIn('Create the accounts')).toEqual([
			...[planned[0], '• Worksection: invited.'],
			expect.stringMatching(/^• Quo: by hand\. .*https:\/\/my\.quo\.com$/),
			...['• Autocalls: created.', '• Voximplant: created.'],
		]);
		expect(autocalls.people.at(-1)?.email).toBe('bo.new@example.com');
		expect(voximplant.people.at(-1)).toMatchObject({ user_name: 'bo-new' });
		expect(worksection.people.at(-1)).toMatchObject({ title: 'Agent', last_name: '<New>' });
		expect(await handIn('Create the accounts')).toContain('• Worksection: there already.');
		expect(reached()).toEqual(allHosts());
	}, 120_000);
});
