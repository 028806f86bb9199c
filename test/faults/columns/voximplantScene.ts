import { startVoximplant, type VoximplantSandbox } from '../../../sandbox';
import { always, locator, never, type Scene, the, unique } from '../column';

export const PASSWORD = 'Correct-horse+battery&staple77';

export const columns = { provider: 'voximplant' } as const;

export type Part = Pick<Scene, 'items' | 'parameters'> & Partial<Scene>;

/** Tokens are kept per content of a credential: each run has a content of its own. */
function ownCredentials(credentials: Record<string, unknown>): Record<string, unknown> {
	const serviceAccount = JSON.parse(String(credentials.serviceAccount)) as object;
	return { ...credentials, serviceAccount: JSON.stringify({ ...serviceAccount, cell: unique() }) };
}

const linesOf = (pem: string): string[] => pem.split('\n').filter((line) => line.length >= 20);

export async function begin(part: (sandbox: VoximplantSandbox) => Part): Promise<Scene> {
	const sandbox = await startVoximplant({ users: 25 });
	return {
		sandbox,
		credential: 'voximplantApi',
		credentials: ownCredentials(sandbox.credentials),
		options: {},
		isWrite: never,
		isMet: always,
		...part(sandbox),
		secrets: [...linesOf(sandbox.privateKey), PASSWORD],
	};
}

export const application = ({ applications }: VoximplantSandbox) =>
	locator('id', String(the(applications[0]).application_id));

export async function beginWrite(
	method: string,
	part: (sandbox: VoximplantSandbox) => Part,
): Promise<Scene> {
	const isWrite: Scene['isWrite'] = ({ path }) => path.endsWith(method);
	return await begin((sandbox) => ({ isWrite, isMet: isWrite, ...part(sandbox) }));
}
