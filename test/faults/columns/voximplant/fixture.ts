import { startVoximplant, type VoximplantSandbox } from '../../../../sandbox';
import { always, never, type Fixture, unique } from '../../column';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

export const PASSWORD = 'Correct-horse+battery&staple77';

export const common = { provider: 'voximplant' } as const;

export type Part = Pick<Fixture, 'items' | 'parameters'> & Partial<Fixture>;

/** Tokens are kept per content of a credential: each run has a content of its own. */
function ownCredentials(credentials: Record<string, unknown>): Record<string, unknown> {
	const serviceAccount = JSON.parse(String(credentials.serviceAccount)) as object;
	return { ...credentials, serviceAccount: JSON.stringify({ ...serviceAccount, cell: unique() }) };
}

const linesOf = (pem: string): string[] => pem.split('\n').filter((line) => line.length >= 20);

export async function begin(part: (sandbox: VoximplantSandbox) => Part): Promise<Fixture> {
	const sandbox = await startVoximplant({ users: 25, subUsers: 25 });
	return {
		sandbox,
		credential: 'voximplantApi',
		credentials: ownCredentials(sandbox.credentials),
		options: {},
		isWrite: never,
		isHit: always,
		...part(sandbox),
		secrets: [...linesOf(sandbox.privateKey), PASSWORD],
	};
}

export const application = ({ applications }: VoximplantSandbox) =>
	locator('id', String(defined(applications[0]).application_id));

export async function beginWrite(
	method: string,
	part: (sandbox: VoximplantSandbox) => Part,
): Promise<Fixture> {
	const isWrite: Fixture['isWrite'] = ({ path }) => path.endsWith(method);
	return await begin((sandbox) => ({ isWrite, isHit: isWrite, ...part(sandbox) }));
}
