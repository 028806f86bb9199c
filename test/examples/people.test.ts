import type { IDataObject } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { runExample } from './runExample';

/** https://docs.slack.dev/reference/methods/chat.postMessage: longer ones may be cut. */
const SLACK_LIMIT = 4000;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
const SECTION_LIMIT = 3000;
const ANN = 'ann.lee@example.com';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 12, rateLimits: false })));
afterAll(async () => await sandboxes.close());
beforeEach(() => {
	const { autocalls, quo, voximplant, worksection } = sandboxes;
	for (const sandbox of [autocalls, quo, voximplant, worksection]) sandbox.reset();
});

/** Ann is the seventh in each directory. */
function addAnn(): void {
	const { autocalls, quo, voximplant, worksection } = sandboxes;
	Object.assign(autocalls.people[6] ?? {}, { email: ANN });
	Object.assign(quo.people[6] ?? {}, { email: ANN, role: 'member' });
	Object.assign(voximplant.people[6] ?? {}, { user_custom_data: ANN });
	Object.assign(worksection.people[6] ?? {}, { email: ANN, role: 'user' });
}

type Given = NonNullable<Parameters<typeof runExample>[2]>;

async function run(file: string, given: Given) {
	const done = await runExample(file, sandboxes, given);
	expect(done.error).toBeUndefined();
	return done;
}

const textOf = (done: Awaited<ReturnType<typeof run>>, node = 'Tell Slack', field = 'text') =>
	String(done.json(node)[0]?.[field]);

describe('access-review.json', () => {
	const review = async (inForm: IDataObject[]) =>
		textOf(await run('access-review.json', { inForm }));

	it('counts everybody and names who is extra, missing or to be looked at', async () => {
		const everybody = sandboxes.quo.people.map(({ email }) => ({ name: 'Who', email }));
		sandboxes.worksection.people.pop();
		sandboxes.autocalls.people.splice(3);
		Object.assign(sandboxes.autocalls.people[2] ?? {}, { name: '<!here>', email: 'eve@x.com' });
		const kept = sandboxes.autocalls.people.slice(0, 2).map(({ email }) => ({ email }));
		const text = await review([...everybody, ...kept, { name: 'Bo & Co', email: 'bo' }]);
		const lines = text.split('\n');
		expect(lines[0]).toMatch(
			/^:mag: Access review of accounts: \d+ matched, \d+ missing, 1 extra, \d+ to review$/,
		);
		expect(lines.slice(1, 3)).toEqual([
			'*In a directory, but not in the roster*',
			'• &lt;!here&gt; (eve@x.com): Autocalls',
		]);
		expect(lines).toContain('*In the roster, but not in a directory*');
		expect(lines).toContain('*To be looked at*');
		expect(lines.at(-1)).toBe(
			'• Bo &amp; Co: Roster. The row of the roster does not have exactly one e-mail address.',
		);
	});

	it('stays short where many are missing and names are long', async () => {
		const rows = Array.from({ length: 500 }, (_, index) => ({
			name: '<😀&>'.repeat(100),
			email: `p${index}@example.org`,
		}));
		const text = await review(rows);
		expect(text.length).toBeLessThan(SLACK_LIMIT / 1.2);
		expect(text).toMatch(/\nand 4\d\d more(\n|$)/);
		const short = rows.map(({ email }) => ({ email }));
		const listed = (await review(short)).split('\n*In the roster')[1] ?? '';
		expect(listed.split('\n').filter((line) => line.startsWith('• '))).toHaveLength(20);
		expect(listed).toContain(`and ${500 - 20} more`);
	});
});

describe('offboarding-with-approval.json', () => {
	const offboard = async (email: string) =>
		await run('offboarding-with-approval.json', { events: [{ Email: email }] });

	it('asks with the plan, and does it when approved', async () => {
		addAnn();
		const done = await offboard(ANN);
		const [title, ...lines] = textOf(done, 'Ask in Slack', 'message').split('\n');
		expect(title).toBe(`Offboard ${ANN}? In 2 of 4 directories something will be done:`);
		expect(lines).toEqual([
			expect.stringMatching(/^• Worksection: will be done\. Projects: .*The account stays.* http/),
			expect.stringMatching(/^• Quo: by hand\. Quo’s API .* https:\/\/my\.quo\.com$/),
			expect.stringMatching(/^• Autocalls: by hand\. /),
			expect.stringMatching(
				/^• Voximplant: will be done\. Action: deactivate\. User: ’\S+’ \(ID \d+\)\.$/,
			),
		]);
		expect(textOf(done).split('\n').slice(0, 2)).toEqual([
			`:wave: Offboarded: ${ANN}`,
			expect.stringMatching(/^• Worksection: removed from projects\. Projects: /),
		]);
		expect(sandboxes.voximplant.people[6]?.user_active).toBe(false);
	});

	it('leaves an admin alone, and says so', async () => {
		addAnn();
		Object.assign(sandboxes.quo.people[6] ?? {}, { role: 'admin' });
		const done = await offboard(ANN);
		expect(textOf(done, 'Ask in Slack', 'message')).toMatch(/^Offboard .*\? In 0 of 4 /);
		expect(textOf(done)).toContain("• Voximplant: left alone. The person has the role 'admin'");
		expect(sandboxes.voximplant.people[6]?.user_active).not.toBe(false);
	});

	it('asks within what a Slack block takes', async () => {
		addAnn();
		for (const project of sandboxes.worksection.projects) project.name = '&"<'.repeat(60);
		const asked = textOf(await offboard(ANN), 'Ask in Slack', 'message');
		// n8n escapes these: https://github.com/n8n-io/n8n/blob/master/packages/nodes-base/utils/utilities.ts
		const escaped = asked.replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'));
		expect(asked).not.toMatch(/['"]/);
		expect(escaped.length).toBeLessThan(SECTION_LIMIT);
	});
});

describe('onboarding-form.json', () => {
	const newcomer = {
		...{ 'First Name': 'Bo', 'Last Name': '<New>', Email: 'Bo.New@example.com' },
		'Job Title': 'Agent',
	};
	const onboard = async (chosen: string) => {
		const events = [{ ...newcomer, 'What to do': chosen }];
		return textOf(await run('onboarding-form.json', { events })).split('\n');
	};

	it('shows the plan, creates the accounts, and nothing the second time', async () => {
		const title = ':seedling: Onboarding: Bo &lt;New&gt; (Bo.New@example.com)';
		const manual = expect.stringMatching(/^• Quo: by hand\. .* https:\/\/my\.quo\.com$/) as unknown;
		const told = (status: string, invited = status) => [
			...[title, `• Worksection: ${invited}.`, manual],
			...[`• Autocalls: ${status}.`, `• Voximplant: ${status}.`],
		];
		expect(await onboard('Show the plan')).toEqual(told('would be created'));
		expect(sandboxes.autocalls.people).toHaveLength(12);
		expect(await onboard('Create the accounts')).toEqual(told('created', 'invited'));
		expect(sandboxes.voximplant.people.at(-1)).toMatchObject({ user_name: 'bo-new' });
		expect(await onboard('Create the accounts')).toEqual(told('there already'));
		expect(sandboxes.autocalls.people).toHaveLength(13);
	});

	it.each([
		['_Al@example.com', 'al0'],
		['Zoë.x+y@example.com', 'zo-x-y'],
	])('makes a user name of %s', async (Email, userName) => {
		const events = [{ ...newcomer, Email, 'What to do': 'Create the accounts' }];
		await run('onboarding-form.json', { events });
		expect(sandboxes.voximplant.people.at(-1)).toMatchObject({ user_name: userName });
	});
});
