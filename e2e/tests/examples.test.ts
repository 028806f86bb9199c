import { credentialOf } from '../harness/credentials';
import { exampleWorkflows, withCredentials } from '../harness/examples';
import { providers } from '../harness/package';
import { Fixture } from './fixture';

const fixture = new Fixture({ users: 60 });
const examples = exampleWorkflows();

/** Those that need nobody but the providers; the others are run where their services are. */
const own = [...examples].filter(([, { nodes }]) =>
	nodes
		.flatMap(({ credentials = {} }) => Object.keys(credentials))
		.every((type) => providers.map(credentialOf).includes(type)),
);

describe('an example workflow', () => {
	it.each(own)('%s runs as it was imported', async (_, workflow) => {
		const stored = await fixture.rest.run(withCredentials(workflow, fixture.credentials));
		expect(stored.error).toBeUndefined();
		expect(stored.status).toBe('success');
		const ran = Object.keys(stored.runData).sort();
		const nodes = workflow.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		expect(ran).toEqual(nodes.map(({ name }) => name).sort());
	});
});
