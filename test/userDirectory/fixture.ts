import type { IDataObject } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { type NodeRun, type NodeRunOptions, runNode } from '../harness';
import { at } from '../harness/at';
import { credentialTypeOf } from '../harness/providers';
import { withoutRate } from '../harness/withoutRate';
import { directories } from '../../nodes/UserDirectory/directories';
import { by } from '../providers/fixture';

export { at };

export type Name = 'autocalls' | 'quo' | 'voximplant' | 'worksection';
export const NAMES: Name[] = ['autocalls', 'quo', 'voximplant', 'worksection'];

/** What *Onboard* asks for of somebody new. */
export const NEWCOMER = {
	email: 'ann@example.com',
	firstName: 'Ann',
	lastName: 'Lee',
	autocallsPassword: 'secret-word-1',
	voximplantUserName: 'ann',
	voximplantPassword: 'Secret-word-1',
};

type More = Partial<Omit<NodeRunOptions, 'parameters'>>;

/** The node, and a sandbox of each directory with a few people. */
export class PeopleFixture {
	sandboxes!: Sandboxes;

	constructor(users = 4) {
		for (const { provider } of directories) withoutRate(provider.connection);
		beforeAll(async () => (this.sandboxes = await startSandboxes({ users })));
		beforeEach(() => NAMES.forEach((name) => this.sandboxes[name].reset()));
		afterAll(async () => await this.sandboxes.close());
	}

	people(name: Name): IDataObject[] {
		return this.sandboxes[name].people as unknown[] as IDataObject[];
	}

	/** Gives somebody an address, where the directory keeps it. */
	setEmail(name: Name, index: number, email: string): IDataObject {
		const user = at(this.people(name), index);
		user[name === 'voximplant' ? 'user_custom_data' : 'email'] = email;
		return user;
	}

	get credentials() {
		return Object.fromEntries(
			NAMES.map((name) => [credentialTypeOf(name), this.sandboxes[name].credentials]),
		);
	}

	async run(parameters: object, more: More = {}): Promise<NodeRun> {
		return await runNode({
			node: 'userDirectory',
			credentials: this.credentials,
			...more,
			parameters: {
				resource: 'person',
				directories: NAMES,
				application: by('name', 'support'),
				matching: { voximplantEmail: 'userCustomData' },
				...parameters,
			},
		});
	}

	/** How many requests each directory got. */
	get requests(): Record<string, number> {
		return Object.fromEntries(NAMES.map((name) => [name, this.sandboxes[name].log.length]));
	}

	/** The requests that change something. */
	get writes(): string[] {
		return NAMES.flatMap((name) =>
			this.sandboxes[name].log
				.map(({ method, path, rawQuery }) => `${name} ${method} ${path} ${rawQuery}`)
				.filter((line) =>
					/register|AddUser|SetUserInfo|DelUser|add_user|delete_project/.test(line),
				),
		);
	}
}
