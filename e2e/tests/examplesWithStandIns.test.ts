import { providers, titles } from '../harness/package';
import type { N8nRest } from '../harness/rest';
import type { StoredExecution } from '../harness/storedExecution';
import { StandInsFixture } from './standIns/fixture';
import { hosts, untrusted, type StandIns } from './standIns/standIns';

const fixture = new StandInsFixture();
let standIns: StandIns;
let rest: N8nRest;
beforeAll(() => ({ standIns, rest } = fixture));

const run = async (file: string) => await rest.run(fixture.example(file));

function expectWell({ error, status }: StoredExecution): void {
	expect(error).toBeUndefined();
	expect(status).toBe('success');
}

/** Hosts that were reached over a tunnel. */
const reached = () => [...new Set(standIns.proxy.tunnels)].sort();

describe('behind a proxy, at the real host names', () => {
	it.each(Object.keys(hosts))('%s accepts its credential', async (name) => {
		const host = hosts[name as keyof typeof hosts];
		const types: Record<string, string> = { hubspot: 'hubspotAppToken', slack: 'slackApi' };
		const type = types[name] ?? `${name}Api`;
		const tested = await rest.testCredential(type, standIns.credentials[type] ?? {});
		expect(tested).toMatchObject({ status: 'OK' });
		expect(reached()).toEqual([host]);
	});

	it('the four directories are listed with the addresses that the credentials come with', async () => {
		const stored = await run('four-directories.json');
		expectWell(stored);
		for (const name of titles.values()) {
			expect(stored.json(`List ${name}`)).toHaveLength(60);
		}
		expect(reached()).toEqual(providers.map((name) => hosts[name]).sort());
		for (const provider of providers) {
			const { log } = standIns.sandboxes[provider];
			expect(new Set(log.map(({ headers }) => headers.host))).toEqual(new Set([hosts[provider]]));
		}
	});
});

describe('new people of Quo and Worksection', () => {
	const now = new Date().toISOString();
	const joined = () => {
		Object.assign(standIns.sandboxes.quo.people[41] ?? {}, {
			...{ firstName: 'Nia', lastName: 'Quill', email: 'Nia.Quill@example.com', createdAt: now },
		});
		Object.assign(standIns.sandboxes.quo.people[57] ?? {}, {
			...{ firstName: 'Олена', lastName: null, email: 'olena+q@example.com', createdAt: now },
		});
		Object.assign(standIns.sandboxes.worksection.people[2] ?? {}, {
			...{ first_name: 'Wim', last_name: 'Ward', email: 'wim@example.com', title: 'Tester' },
			...{ phone: '+380 50 123 45 67', date_added: now.slice(0, 16).replace('T', ' ') },
		});
		Object.assign(standIns.sandboxes.worksection.people[3] ?? {}, {
			...{ first_name: 'Nia', last_name: 'Quill', email: 'nia.quill@example.com' },
			...{ title: 'Lead', phone: '+380 44 1', date_added: now.slice(0, 16).replace('T', ' ') },
		});
	};
	const contacts = [
		{
			...{ email: 'nia.quill@example.com', firstname: 'Nia', lastname: 'Quill' },
			...{ jobtitle: 'Lead', phone: '+380 44 1' },
		},
		{ email: 'olena+q@example.com', firstname: 'Олена' },
		{
			...{ email: 'wim@example.com', firstname: 'Wim', lastname: 'Ward' },
			...{ jobtitle: 'Tester', phone: '+380 50 123 45 67' },
		},
	];

	it('become contacts in HubSpot, one for each e-mail address', async () => {
		joined();
		expectWell(await run('sync-people.json'));
		const { log } = standIns.hubspot;
		expect(standIns.hubspot.contacts.map(({ properties }) => properties)).toEqual(contacts);
		expect(log.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual(
			['nia.quill', 'olena+q', 'wim', 'nia.quill'].map(
				(name) =>
					`/contacts/v1/contact/createOrUpdate/email/${encodeURIComponent(name)}%40example.com`,
			),
		);
		expect(log.map(({ status }) => status)).toEqual(log.map(() => 200));
		expect(reached()).toEqual([hosts.hubspot, hosts.quo, hosts.worksection].sort());
	});

	it('stay one contact when the workflow runs again', async () => {
		joined();
		expectWell(await run('sync-people.json'));
		const again = await run('sync-people.json');
		expectWell(again);
		expect(standIns.hubspot.contacts.map(({ properties }) => properties)).toEqual(contacts);
		const isNew = [0, 1].flatMap((index) => {
			const task = again.task('Contact in HubSpot', index);
			return (task?.data?.main?.[0] ?? []).map(({ json }) => json.isNew);
		});
		expect(isNew).toEqual([false, false, false, false]);
	});

	it('are told apart where an address holds a % or #, and one that is refused stops nobody', async () => {
		const emails = [
			'ann%41@example.com',
			'bo#1@example.com',
			'refused@localhost',
			'a?b@example.com',
		];
		emails.forEach((email, index) => {
			const { people } = standIns.sandboxes.quo;
			Object.assign(people[index] ?? {}, { ...{ email, createdAt: now }, lastName: null });
		});
		expectWell(await run('sync-people.json'));
		const taken = standIns.hubspot.contacts.map(({ properties }) => properties.email);
		expect(taken).toEqual(['ann%41@example.com', 'bo#1@example.com', 'a?b@example.com']);
	});

	it('are none on most days, and HubSpot hears nothing', async () => {
		expectWell(await run('sync-people.json'));
		expect(standIns.hubspot.log).toEqual([]);
		expect(reached()).toEqual([hosts.quo, hosts.worksection].sort());
	});
});

describe('Autocalls users low on minutes', () => {
	it('are named in one Slack message', async () => {
		const { people } = standIns.sandboxes.autocalls;
		Object.assign(people[0] ?? {}, { name: 'Zoë & Łukasz', minutes_balance: 0 });
		Object.assign(people[55] ?? {}, { name: '明 王', minutes_balance: 29.75 });
		Object.assign(people[58] ?? {}, { name: '<!channel>', minutes_balance: 1 });
		Object.assign(people[59] ?? {}, { name: null, email: 'ann@example.com', minutes_balance: 2 });
		const low = people.filter((user) => user.minutes_balance < 30);
		expectWell(await run('low-minutes.json'));
		const escaped = (name: string) =>
			name.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;' })[mark] ?? '&gt;');
		const lines = low.map(({ name, email, minutes_balance: left }) => {
			const who = name === null ? email : `${escaped(name)} (${email})`;
			return `• ${who}: ${left} minutes`;
		});
		const title = `:hourglass_flowing_sand: Autocalls users with fewer than 30 minutes left: ${low.length}`;
		expect(standIns.slack.messages).toEqual([
			{ channel: '#autocalls', text: [title, ...lines].join('\n') },
		]);
		expect(reached()).toEqual([hosts.autocalls, hosts.slack].sort());
	});

	it('are 30 at most in the message', async () => {
		for (const user of standIns.sandboxes.autocalls.people) user.minutes_balance = 5;
		expectWell(await run('low-minutes.json'));
		const [{ text } = { text: '' }] = standIns.slack.messages;
		expect(text.split('\n')).toHaveLength(32);
		expect(text).toMatch(/ minutes left: 60\n[^]+\nand 30 more$/);
	});

	it('are none where everybody has minutes, and Slack hears nothing', async () => {
		for (const user of standIns.sandboxes.autocalls.people) user.minutes_balance = 100;
		expectWell(await run('low-minutes.json'));
		expect(standIns.slack.log).toEqual([]);
	});
});

describe("a form's rows", () => {
	let id: string;
	beforeAll(async () => {
		id = await rest.createWorkflow(fixture.example('register-from-form.json'));
		await rest.activate(id);
	});

	const submitted = async (csv: string): Promise<StoredExecution> => {
		const before = (await rest.executionsOf(id)).length;
		const fields = new FormData();
		fields.set('field-0', new Blob([csv], { type: 'text/csv' }), 'people.csv');
		await rest.submitForm('register-people', fields);
		const [newest, ...older] = await rest.executionsOf(id);
		expect(older).toHaveLength(before);
		return await rest.finished(newest?.id ?? '');
	};

	it('are registered in Autocalls, and Slack is told what became of each', async () => {
		const { autocalls } = standIns.sandboxes;
		const there = autocalls.people[30]?.email ?? '';
		const stored = await submitted(
			[
				'name,email',
				'Ada Lovelace,ada.lovelace@example.com',
				'"Hopper, Grace",grace@example.com',
				`Who Is There,${there}`,
				'Nobody,nobody@localhost',
				'Οδυσσέας,odysseus@example.com',
			].join('\n'),
		);
		expectWell(stored);
		expect(autocalls.people.slice(60).map(({ name, email }) => [name, email])).toEqual([
			['Ada Lovelace', 'ada.lovelace@example.com'],
			['Hopper, Grace', 'grace@example.com'],
			['Οδυσσέας', 'odysseus@example.com'],
		]);
		const asked = autocalls.log.filter(({ path }) => path.endsWith('/register'));
		const passwords = asked.map(({ bodyText }) => JSON.parse(bodyText).password as string);
		expect(new Set(passwords).size).toBe(5);
		expect(passwords.filter((password) => !/^[0-9a-f]{24}$/.test(password))).toEqual([]);
		expect(standIns.slack.messages).toHaveLength(1);
		const [{ channel, text } = { channel: '', text: '' }] = standIns.slack.messages;
		const [title, ...lines] = text.split('\n');
		expect(channel).toBe('#autocalls');
		expect(title).toBe('Autocalls registration: 3 new, 1 there already, 1 refused');
		expect(lines).toEqual([
			expect.stringMatching(
				/^• row 4, nobody@localhost: .*The email field must be a valid email address/,
			),
		]);
		expect(passwords.filter((password) => text.includes(password))).toEqual([]);
		expect(reached()).toEqual([hosts.autocalls, hosts.slack].sort());
	});

	it("may be Excel's CSV UTF-8, with blank rows", async () => {
		const { people } = standIns.sandboxes.autocalls;
		const lines = ['\ufeffname,email', ',', 'Ada,ada@example.com', ' , ', 'Bo,<!here>', '', ','];
		expectWell(await submitted(lines.join('\r\n')));
		expect(people.slice(60).map(({ name, email }) => [name, email])).toEqual([
			['Ada', 'ada@example.com'],
		]);
		const [{ text } = { text: '' }] = standIns.slack.messages;
		expect(text).toMatch(
			/^Autocalls registration: 1 new, 0 there already, 1 refused\n• row 4, &lt;!here&gt;: .+$/,
		);
	});
});

describe('the proxy', () => {
	it('leads n8n to no host whose certificate it does not trust: nothing is sent there', async () => {
		const tested = await rest.testCredential('worksectionApi', {
			...standIns.credentials.worksectionApi,
			accountUrl: `https://${untrusted}`,
		});
		expect(tested).toEqual({ status: 'Error', message: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
		expect(reached()).toEqual([untrusted]);
		expect(standIns.sandboxes.worksection.log).toEqual([]);
	});

	it('has led to those hosts alone', () => {
		expect(standIns.proxy.refused).toEqual([]);
	});

	it('is closed to any other host', async () => {
		const accountUrl = 'https://elsewhere.worksection.com';
		const tested = await rest.testCredential('worksectionApi', {
			...standIns.credentials.worksectionApi,
			accountUrl,
		});
		expect(tested.status).toBe('Error');
		expect(standIns.proxy.refused).toEqual(['elsewhere.worksection.com:443']);
		expect(standIns.sandboxes.worksection.log).toEqual([]);
	});
});
