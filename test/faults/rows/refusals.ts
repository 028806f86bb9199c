import type { LoggedRequest } from '../../../sandbox';
import { bothTimes, type Fault, isRead, planFault } from '../fault';
import { providerOf } from '../provider';
import { elsewhere } from '../proxy';
import type { Setup } from '../setup';

/** The same address, to be signed again. */
const sameAddress = ({ path, rawQuery }: LoggedRequest): string => {
	const query = rawQuery.replace(/&?hash=\w+$/, '');
	return query === '' ? path : `${path}?${query}`;
};

function redirect(setup: Setup, fault: Fault, target: (request: LoggedRequest) => string): void {
	const planned = { kind: 'redirect' as const, location: '', status: 307 };
	const mutate = (request: LoggedRequest) =>
		void Object.assign(planned, { location: target(request) });
	planFault(setup, Object.assign(planned, { mutate }), fault);
}

async function redirectElsewhere(setup: Setup, fault: Fault): Promise<void> {
	const { proxy, url } = await elsewhere();
	setup.onClose(async () => await proxy.close());
	setup.forbidden.push(proxy);
	setup.says.push(new RegExp(new URL(url).host.replace(/\./g, '\\.')));
	redirect(setup, fault, (request) => `${url}${sameAddress(request)}`);
}

/** Everything in the request, encoded and decoded. */
function echoOf({ headers, rawQuery, bodyText }: LoggedRequest): string {
	const sent = [headers.authorization, rawQuery, bodyText].filter(Boolean);
	const form = bodyText.startsWith('{') ? [] : [...new URLSearchParams(bodyText)];
	const fields = form.map(([name, value]) => `${name}: ${value}`);
	return [...sent, ...fields, decodeURIComponent(rawQuery)].join(' ');
}

function echo(setup: Setup, fault: Fault): void {
	const { refusal } = providerOf(setup.column);
	const planned = { kind: 'body' as const, body: {}, status: 200 };
	const mutate = (request: LoggedRequest) =>
		void Object.assign(planned, refusal(`You sent ${echoOf(request)}`));
	planFault(setup, Object.assign(planned, { mutate }), fault);
}

/** A web page: an error shows its beginning, cut in the middle of the key. */
function echoInHtml(setup: Setup, fault: Fault): void {
	const planned = { kind: 'body' as const, body: '' };
	const mutate = (request: LoggedRequest) => {
		const credential = String(setup.credentials.apiKey ?? request.headers.authorization);
		Object.assign(planned, { body: `<html><body><h1>Access denied to the key ${credential}` });
	};
	planFault(setup, Object.assign(planned, { mutate }), fault);
}

/** The fields of a user's name. */
const NAMES = ['name', 'firstName', 'user_display_name', 'title'];

/** Users whose name is the key. */
function secretName({ fixture, credentials }: Setup): void {
	const mutate = ({ headers }: LoggedRequest) => {
		const secret = String(credentials.apiKey ?? headers.authorization).replace(/^Bearer /, '');
		for (const person of fixture.sandbox.people as Array<Record<string, unknown>>) {
			for (const name of NAMES) if (name in person) person[name] = `My key is ${secret}.`;
		}
	};
	fixture.sandbox.faults.always({ kind: 'mutate', mutate });
}

function wrongKey({ fixture, credentials }: Setup): void {
	const { wrongCredentials } = fixture.sandbox;
	Object.assign(credentials, wrongCredentials);
	if (typeof wrongCredentials.apiKey === 'string') fixture.secrets.push(wrongCredentials.apiKey);
}

/** Final refusals, and answers that could leak a secret. */
export const refusalRows: Fault[] = [
	...bothTimes({
		name: 'redirect within the origin',
		is: 'redirect',
		status: () => 307,
		says: () => [/redirect/],
		plan: (setup, fault) => redirect(setup, fault, sameAddress),
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
		appliesTo: ({ hasToken }) => hasToken !== true,
		status: (column) => providerOf(column).wrongKey.status,
		says: (column) => providerOf(column).wrongKey.says,
		plan: wrongKey,
	},
	...bothTimes({
		name: 'a refusal that echoes the request',
		is: 'refused',
		status: (column) => providerOf(column).refusal('').status,
		plan: echo,
	}),
	...bothTimes({
		name: 'a web page that echoes the key',
		is: 'broken',
		carriedOut: false,
		status: () => 200,
		plan: echoInHtml,
	}),
	{
		name: 'users who are named like the key',
		is: 'harmless',
		times: 'ever',
		appliesTo: isRead,
		plan: secretName,
	},
];
