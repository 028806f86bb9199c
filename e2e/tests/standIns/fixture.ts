import type { Credentials } from '../../harness/credentials';
import { exampleWorkflows, withCredentials } from '../../harness/examples';
import { startN8n, type N8n } from '../../harness/n8n';
import { providers } from '../../harness/package';
import { signedIn, type N8nRest, type WorkflowFile } from '../../harness/rest';
import { startStandIns, type StandIns } from './standIns';

const examples = exampleWorkflows();

/** For one test file: an n8n that reaches the stand-ins at the real host names, and nothing else. */
export class StandInsFixture {
	rest!: N8nRest;

	standIns!: StandIns;

	private n8n: N8n | undefined;

	private readonly saved: Credentials = {};

	constructor() {
		beforeAll(async () => {
			this.standIns = await startStandIns({ users: 60 });
			this.n8n = await startN8n(this.standIns.n8n);
			({ rest: this.rest } = await signedIn(this.n8n));
			for (const [type, fields] of Object.entries(this.standIns.credentials)) {
				this.saved[type] = await this.rest.createCredential(type, fields);
			}
		}, 300_000);
		beforeEach(() => {
			for (const provider of providers) this.standIns.sandboxes[provider].reset();
			this.standIns.hubspot.reset();
			this.standIns.slack.reset();
			this.standIns.proxy.tunnels.length = 0;
		});
		afterAll(async () => {
			await this.n8n?.end();
			await this.standIns?.close();
		});
	}

	/** A workflow of the examples folder, with the credentials that are saved here. */
	example(file: string): WorkflowFile {
		const workflow = examples.get(file);
		if (workflow === undefined) throw new Error(`There is no examples/${file}.`);
		return withCredentials(workflow, this.saved);
	}
}
