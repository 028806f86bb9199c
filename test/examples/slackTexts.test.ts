import type { IDataObject } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { runExample } from './runExample';

/** https://docs.slack.dev/reference/methods/chat.postMessage: longer ones may be cut. */
const SLACK_LIMIT = 4000;

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 1000 })));
afterAll(async () => await sandboxes.close());
beforeEach(() => {
	sandboxes.autocalls.reset();
	for (const user of sandboxes.autocalls.people) user.minutes_balance = 100;
});

async function slackText(
	file: string,
	given: Parameters<typeof runExample>[2] = {},
): Promise<string> {
	const run = await runExample(file, sandboxes, given);
	expect(run.error).toBeUndefined();
	const messages = run.json('Tell Slack');
	expect(messages).toHaveLength(1);
	return String(messages[0]?.text);
}

describe('low-minutes.json', () => {
	const person = (index: number, changes: object) =>
		Object.assign(sandboxes.autocalls.people[index] ?? {}, { minutes_balance: 5, ...changes });

	const lines = async () => (await slackText('low-minutes.json')).split('\n').slice(1);

	it.each([
		['<!channel>', '&lt;!channel&gt;'],
		['<@U012AB3CD>', '&lt;@U012AB3CD&gt;'],
		['<https://example.com|Ann>', '&lt;https://example.com|Ann&gt;'],
		['Zoë & Łukasz', 'Zoë &amp; Łukasz'],
		['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
		['明 王 😀', '明 王 😀'],
		['Ann\n• Bo', 'Ann • Bo'],
	])('shows the name %j as text', async (name, shown) => {
		person(7, { name, email: 'ann@example.com' });
		expect(await lines()).toEqual([`• ${shown} (ann@example.com): 5 minutes`]);
	});

	it('names those without a name', async () => {
		person(1, { name: null, email: 'ann@example.com' });
		person(2, { name: '', email: 'bo&co@example.com' });
		person(3, { id: 17, name: null, email: null });
		person(4, { name: 'Eve', email: null });
		expect(await lines()).toEqual([
			'• ann@example.com: 5 minutes',
			'• bo&amp;co@example.com: 5 minutes',
			'• User 17: 5 minutes',
			'• Eve: 5 minutes',
		]);
	});

	it.each([
		[30, undefined],
		[31, 'and 1 more'],
		[53, 'and 23 more'],
		[1000, 'and 970 more'],
	])('of %d users lists 30 at most', async (count, last) => {
		for (let index = 0; index < count; index++) person(index, {});
		const text = await slackText('low-minutes.json');
		const [title, ...rest] = text.split('\n');
		expect(title).toMatch(new RegExp(`: ${count}$`));
		expect(rest.filter((line) => line.startsWith('• '))).toHaveLength(30);
		expect(rest[30]).toBe(last);
		expect(text.length).toBeLessThan(SLACK_LIMIT / 1.2);
	});

	it('stays short where the names are long', async () => {
		const name = '<😀&>'.repeat(100);
		for (let index = 0; index < 1000; index++) person(index, { name });
		const text = await slackText('low-minutes.json');
		expect(text.length).toBeLessThan(SLACK_LIMIT / 1.2);
		const listed = text.split('\n').filter((line) => line.startsWith('• ')).length;
		expect(listed).toBeGreaterThan(3);
		expect(text).toMatch(new RegExp(`\nand ${1000 - listed} more$`));
		expect(text).toBe(Buffer.from(text).toString());
	});
});

describe('register-from-form.json', () => {
	const ada = { name: 'Ada', email: 'ada@example.com' };
	const register = async (rows: IDataObject[]) =>
		(await slackText('register-from-form.json', { inForm: rows })).split('\n');

	it('skips blank rows, and counts them as rows of the file', async () => {
		const rows = [
			...[{}, ada, { name: ' ', email: '\u00a0' }],
			...[{ name: 'Bo', email: 'bo' }, {}, { name: 'Eve' }, {}],
		];
		const [title, ...refused] = await register(rows);
		expect(title).toBe('Autocalls registration: 1 new, 0 there already, 2 refused');
		expect(refused).toEqual([
			expect.stringMatching(/^• row 4, bo: .*e-?mail/i),
			expect.stringMatching(/^• row 6, Eve: .*e-?mail/i),
		]);
		expect(sandboxes.autocalls.people).toHaveLength(1001);
	});

	it('says which row it is where that has neither a name nor an e-mail address', async () => {
		const [title, ...refused] = await register([ada, { 'E-Mail': 'bo@example.com' }]);
		expect(title).toBe('Autocalls registration: 1 new, 0 there already, 1 refused');
		expect(refused).toEqual([expect.stringMatching(/^• row 2, no e-mail: /)]);
	});

	it('shows what a row holds as text', async () => {
		const [, ...refused] = await register([{ name: 'Bo', email: '<!channel>&' }]);
		expect(refused).toEqual([expect.stringMatching(/^• row 1, &lt;!channel&gt;&amp;: /)]);
		expect(refused.join()).not.toMatch(/[<>]/);
	});

	it('stays short where many are refused', async () => {
		const rows = Array.from({ length: 1000 }, (_, index) => ({ name: 'Bo', email: `bo${index}` }));
		const [title, ...rest] = await register(rows);
		expect(title).toBe('Autocalls registration: 0 new, 0 there already, 1000 refused');
		const listed = rest.length - 1;
		expect(listed).toBeGreaterThan(5);
		expect(rest.at(-1)).toBe(`and ${1000 - listed} more`);
		expect([title, ...rest].join('\n').length).toBeLessThan(SLACK_LIMIT / 1.2);
	});
});

describe('left-to-slack.json', () => {
	const left = (count: number, user: object, provider = 'quo') =>
		Array.from({ length: count }, (_, index) => {
			return { event: 'left', eventId: `event ${index}`, provider, id: '17', user: { ...user } };
		});
	const lines = async (events: IDataObject[]) =>
		(await slackText('left-to-slack.json', { events })).split('\n');

	it.each([
		['quo', 'Quo', 'phone numbers'],
		['worksection', 'Worksection', 'open tasks'],
	])('says who left %s, and what to check there', async (provider, title, check) => {
		const events = left(1, { displayName: 'Ann', email: 'ann@example.com' }, provider);
		const [first, ...others] = await lines(events);
		expect(first).toBe(`:wave: No longer in ${title}: 1`);
		expect(others).toEqual([
			'• Ann (ann@example.com)',
			expect.stringMatching(new RegExp(`^To check: .*${check}.*\\.$`)),
		]);
	});

	it.each([
		[{ displayName: '<!channel>', email: null }, '• &lt;!channel&gt;'],
		[{ displayName: null, email: 'bo&co@example.com' }, '• bo&amp;co@example.com'],
		[{ displayName: 'Ann\n• Bo', email: null }, '• Ann • Bo'],
		[{ displayName: null, email: null }, '• User 17'],
	])('shows %j as text', async (user, shown) => {
		expect((await lines(left(1, user)))[1]).toBe(shown);
	});

	it('lists 30 at most, and drops what is told twice', async () => {
		const events = left(53, { displayName: 'Ann', email: null });
		const [title, ...rest] = await lines([...events, ...events.slice(0, 3)]);
		expect(title).toBe(':wave: No longer in Quo: 53');
		expect(rest.filter((line) => line.startsWith('• '))).toHaveLength(30);
		expect(rest[30]).toBe('and 23 more');
	});

	it('stays short where the names are long', async () => {
		const events = left(1000, { displayName: '<😀&>'.repeat(100), email: null });
		const text = await slackText('left-to-slack.json', { events });
		expect(text.length).toBeLessThan(SLACK_LIMIT / 1.2);
		expect(text).toMatch(/\nand \d+ more\nTo check: /);
	});
});
