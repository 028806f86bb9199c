import type { LoggedRequest, ProviderName } from '../../../sandbox';
import { AutocallsSandbox } from '../../../sandbox/autocalls/sandbox';
import { bothTimes, type Fault, isRead, misbehave } from '../fault';
import { elsewhere } from '../front';
import type { Stage } from '../stage';

/** The same address, to be signed again. */
const sameAddress = ({ path, rawQuery }: LoggedRequest): string => {
	const query = rawQuery.replace(/&?hash=\w+$/, '');
	return query === '' ? path : `${path}?${query}`;
};

function redirect(stage: Stage, fault: Fault, target: (request: LoggedRequest) => string): void {
	const planned = { kind: 'redirect' as const, location: '', status: 307 };
	const mutate = (request: LoggedRequest) =>
		void Object.assign(planned, { location: target(request) });
	misbehave(stage, Object.assign(planned, { mutate }), fault);
}

async function redirectElsewhere(stage: Stage, fault: Fault): Promise<void> {
	const { front, url } = await elsewhere();
	stage.onClose(async () => await front.close());
	stage.forbidden.push(front);
	stage.says.push(new RegExp(new URL(url).host.replace(/\./g, '\\.')));
	redirect(stage, fault, (request) => `${url}${sameAddress(request)}`);
}

/** A provider's refusal of a value, in its own form. */
function refusal(provider: ProviderName, words: string): { status: number; body: unknown } {
	const said = {
		autocalls: { status: 422, body: { message: words, errors: { email: [words] } } },
		quo: { status: 400, body: { message: words, code: '1100400', status: 400 } },
		voximplant: { status: 200, body: { error: { code: 101, msg: words } } },
		worksection: {
			status: 200,
			body: { status: 'error', status_code: 11, message: 'Invalid', message_details: words },
		},
	};
	return said[provider];
}

const REFUSED = { autocalls: 422, quo: 400, voximplant: 200, worksection: 200 };

/** Everything that came with the request, as it came and as it is read. */
function echoOf({ headers, rawQuery, bodyText }: LoggedRequest): string {
	const sent = [headers.authorization, rawQuery, bodyText].filter(Boolean);
	const form = bodyText.startsWith('{') ? [] : [...new URLSearchParams(bodyText)];
	const fields = form.map(([name, value]) => `${name}: ${value}`);
	return [...sent, ...fields, decodeURIComponent(rawQuery)].join(' ');
}

function echo(stage: Stage, fault: Fault): void {
	const { provider } = stage.column;
	const planned = { kind: 'body' as const, body: {}, status: 200 };
	const mutate = (request: LoggedRequest) =>
		void Object.assign(planned, refusal(provider, `You sent ${echoOf(request)}`));
	misbehave(stage, Object.assign(planned, { mutate }), fault);
}

/** A page for people, of which an error shows how it begins: in mid-key. */
function echoInHtml(stage: Stage, fault: Fault): void {
	const planned = { kind: 'body' as const, body: '' };
	const mutate = (request: LoggedRequest) => {
		const credential = String(stage.credentials.apiKey ?? request.headers.authorization);
		Object.assign(planned, { body: `<html><body><h1>Access denied to the key ${credential}` });
	};
	misbehave(stage, Object.assign(planned, { mutate }), fault);
}

const TOKEN = '77|Zq3xV8nT1kLw5RbY7cJd2HsM9pGf4AeUo6iKtBv0';

/** What a new user's token comes in may break off, and an error shows how it begins. */
function brokenToken(stage: Stage, fault: Fault): void {
	stage.scene.secrets.push(TOKEN);
	misbehave(stage, { kind: 'body', body: `{"token":"${TOKEN}","user":{"id":1` }, fault);
}

/** The names under which a user's name goes. */
const NAMES = ['name', 'firstName', 'user_display_name', 'title'];

/** Someone whose name is what the credential is made of. */
function secretName({ scene, credentials }: Stage): void {
	const mutate = ({ headers }: LoggedRequest) => {
		const secret = String(credentials.apiKey ?? headers.authorization).replace(/^Bearer /, '');
		for (const person of scene.sandbox.people as Array<Record<string, unknown>>) {
			for (const name of NAMES) if (name in person) person[name] = `My key is ${secret}.`;
		}
	};
	scene.sandbox.faults.always({ kind: 'mutate', mutate });
}

function wrongKey({ scene, credentials }: Stage): void {
	const { serviceAccount, ...wrong } = scene.sandbox.wrongCredentials;
	Object.assign(credentials, wrong);
	if (typeof serviceAccount === 'string') Object.assign(credentials, { serviceAccount });
	if (typeof wrong.apiKey === 'string') scene.secrets.push(wrong.apiKey);
}

function notAdmin({ scene, credentials }: Stage): void {
	const { sandbox } = scene;
	if (!(sandbox instanceof AutocallsSandbox)) return;
	const { apiKey } = sandbox.nonAdminCredentials;
	Object.assign(credentials, { apiKey });
	scene.secrets.push(String(apiKey));
}

const wrongKeySays: Record<ProviderName, RegExp[]> = {
	autocalls: [/Unauthenticated/, /API key/],
	quo: [/Invalid API key/, /\b(11|04)00401/, /credential/],
	voximplant: [/433/, /Invalid key id/, /credential/],
	worksection: [/\b2\b/, /hash is missed or invalid/, /API key/],
};

const inBand = { voximplant: 200, worksection: 200 };

/** What no repeat would change, and whatever would carry a secret away. */
export const refusalRows: Fault[] = [
	...bothTimes({
		name: 'redirect within the origin',
		is: 'redirect',
		status: () => 307,
		says: () => [/redirect/],
		plan: (stage, fault) => redirect(stage, fault, sameAddress),
	}),
	...bothTimes({
		name: 'redirect to another origin',
		is: 'elsewhere',
		status: () => 307,
		says: () => [/redirect/],
		plan: redirectElsewhere,
	}),
	{
		name: 'a wrong key',
		is: 'refused',
		times: 'ever',
		status: ({ provider }) => ({ autocalls: 401, quo: 401, ...inBand })[provider],
		says: ({ provider }) => wrongKeySays[provider],
		plan: wrongKey,
	},
	{
		name: 'a right key that may not do this',
		is: 'refused',
		times: 'ever',
		befalls: ({ provider }) => provider === 'autocalls',
		status: () => 403,
		says: () => [/not a white label admin/, /white-label admin/],
		plan: notAdmin,
	},
	...bothTimes({
		name: 'a refusal that echoes the request',
		is: 'refused',
		status: ({ provider }) => REFUSED[provider],
		plan: echo,
	}),
	...bothTimes({
		name: 'a web page that echoes the key',
		is: 'broken',
		carriedOut: false,
		status: () => 200,
		plan: echoInHtml,
	}),
	...bothTimes({
		name: 'malformed JSON that begins with a token',
		is: 'broken',
		carriedOut: false,
		befalls: ({ operation }) => ['register', 'createToken'].includes(operation),
		status: () => 200,
		plan: brokenToken,
	}),
	{
		name: 'users who are named like the key',
		is: 'harmless',
		times: 'ever',
		befalls: isRead,
		plan: secretName,
	},
];
