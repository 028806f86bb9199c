import type { IDataObject } from 'n8n-workflow';
import { until } from '../../test/harness/until';
import { StandInsFixture } from './standIns/fixture';
import { hosts } from './standIns/standIns';
import { everySeconds } from './triggers/watched';

const fixture = new StandInsFixture();
let id: string;

/** As it was imported, but polled more often; resolves when both lists are remembered. */
async function activated(file: string): Promise<void> {
	const workflow = fixture.example(file);
	for (const { parameters } of workflow.nodes) {
		if (parameters.pollTimes) parameters.pollTimes = everySeconds(2);
	}
	id = await fixture.rest.createWorkflow(workflow);
	await fixture.rest.activate(id);
	const saved = async () => {
		const path = `/rest/workflows/${id}`;
		const { staticData } = await fixture.rest.call<{ staticData: object | null }>('GET', path);
		return Object.keys(staticData ?? {});
	};
	await until('both lists are remembered', async () => (await saved()).length === 2);
}

/** Waits for that many executions, and for two more polls of each directory; then there are no others. */
async function expectRuns(count: number): Promise<void> {
	const { rest, standIns } = fixture;
	const runs = async () => await rest.executionsOf(id);
	await until(`${count} executions are over`, async () => {
		return (await runs()).filter(({ status }) => status === 'success').length >= count;
	});
	const { quo, worksection } = standIns.sandboxes;
	const [before, beforeToo] = [quo.log.length, worksection.log.length];
	const isPolled = () => quo.log.length > before + 4 && worksection.log.length > beforeToo + 2;
	await until('both are polled again', isPolled);
	expect((await runs()).map(({ status }) => status)).toEqual(Array(count).fill('success'));
}

afterEach(async () => await fixture.rest.call('POST', `/rest/workflows/${id}/deactivate`, {}));

const reached = () => [...new Set(fixture.standIns.proxy.tunnels)].sort();

it('who has left Quo or Worksection is named in Slack, with what to check', async () => {
	const { quo, worksection } = fixture.standIns.sandboxes;
	Object.assign(quo.people[7] ?? {}, { firstName: '<!channel>', lastName: '& Co', email: null });
	await activated('left-to-slack.json');
	const { slack } = fixture.standIns;
	expect(slack.log).toEqual([]);
	quo.people.splice(7, 2);
	const [gone] = worksection.people.splice(12, 1);
	await expectRuns(2);
	const texts = slack.messages.map(({ text }) => text.split('\n')).sort();
	expect(texts).toEqual([
		[
			':wave: No longer in Quo: 2',
			'• &lt;!channel&gt; &amp; Co',
			expect.stringMatching(/^• .+ \(.+@example\.com\)$/),
			expect.stringMatching(/^To check: phone numbers/),
		],
		[
			':wave: No longer in Worksection: 1',
			`• ${gone?.name} (${gone?.email})`,
			expect.stringMatching(/^To check: their open tasks/),
		],
	]);
	expect(slack.messages.map(({ channel }) => channel)).toEqual(['#general', '#general']);
	expect(reached()).toEqual([hosts.quo, hosts.slack, hosts.worksection].sort());
}, 120_000);

it('who joins Quo or Worksection becomes a contact in HubSpot', async () => {
	const { quo, worksection } = fixture.standIns.sandboxes;
	const [first, second] = quo.people.splice(20, 2);
	const [third] = worksection.people.splice(20, 1);
	if (!first || !second || !third) throw new Error('There are too few people.');
	await activated('joined-to-hubspot.json');
	const { hubspot } = fixture.standIns;
	expect(hubspot.log).toEqual([]);
	Object.assign(first, { firstName: 'Nia', lastName: 'Quill', email: 'Nia.Quill@example.com' });
	Object.assign(second, { firstName: 'Bo', lastName: null, email: 'bo#1@example.com' });
	quo.people.push(first, second);
	worksection.people.push(third);
	await expectRuns(2);
	const contacts = hubspot.contacts.map(({ properties }) => properties as IDataObject);
	const email = String(third.email).toLowerCase();
	expect(contacts.map((contact) => contact.email).sort()).toEqual(
		['nia.quill@example.com', 'bo#1@example.com', email].sort(),
	);
	expect(contacts).toContainEqual({
		...{ email: 'nia.quill@example.com', firstname: 'Nia', lastname: 'Quill' },
	});
	expect(reached()).toEqual([hosts.hubspot, hosts.quo, hosts.worksection].sort());
}, 120_000);
