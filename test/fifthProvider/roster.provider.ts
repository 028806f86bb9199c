import { readBaseUrl } from '../../nodes/shared/auth/baseUrl';
import { segment } from '../../nodes/shared/http/encode';
import { readKey } from '../../nodes/shared/auth/credentialError';
import { writeOrLook } from '../../nodes/shared/operations/unknownOutcome';
import { above, after, contains, equals, readFilters } from '../../nodes/shared/operations/filters';
import type { FilterTable } from '../../nodes/shared/operations/filters';
import { findOne, lookUp } from '../../nodes/shared/operations/lookUp';
import { getAll } from '../../nodes/shared/operations/getMany';
import { shapeOf } from '../../nodes/shared/output/shape';
import { emailIn, locatorIn, passwordIn, textIn } from '../../nodes/shared/parameters/values';
import type {
	Answer,
	Call,
	Failure,
	FailureKind,
	Operation,
	Provider,
} from '../../nodes/shared/execution/provider';
import { isRecord, named, text } from '../../nodes/shared/text/json';
import { memberIn, rosterDirectory, rosterUser, rosterUsers } from './roster.user';

const KINDS: Record<string, FailureKind> = { CROWDED: 'busy', ASLEEP: 'broken' };

/** Errors come as HTTP 200, too: `{"outcome":"NO_SUCH_MEMBER","why":["…"]}`. */
function readFailure({ status, body }: Answer): Failure | undefined {
	const answer = isRecord(body) ? body : {};
	const outcome = text(answer.outcome);
	if (outcome === 'DONE' && status < 400) return undefined;
	const why = Array.isArray(answer.why) ? answer.why.join('; ') : 'it gave no reason';
	return {
		text: why,
		next: 'Ask the people of Roster.',
		...named('code', outcome),
		...named('kind', KINDS[outcome ?? '']),
	};
}

const FILTERS: FilterTable = {
	api: { team: (value) => ({ team: textIn(value, 'Team') }) },
	node: {
		search: contains('Search', ({ nick, mail }) => [nick, mail]),
		nick: equals('Nick', 'nick'),
		pointsAbove: above('Points Above', 'points'),
		joinedAfter: after('Joined After', 'joined', 'workflow'),
	},
};

const listMembers = getAll((item) => {
	const { query, ...node } = readFilters(item, FILTERS);
	return { listing: rosterUsers(query), ...node };
}, rosterUser);

const getMember: Operation = async (item) => {
	const shape = shapeOf(item, rosterUser);
	const locator = locatorIn(item.parameter('user'), 'User');
	if (locator.mode === 'email') return [shape(await findOne(item, locator, rosterDirectory))];
	const call: Call = { method: 'GET', path: `/members/${segment(locator.value)}` };
	return [shape(await item.read(call, ({ body }) => memberIn(body)))];
};

const createMember: Operation = async (item) => {
	const shape = shapeOf(item, rosterUser);
	const mail = emailIn(item.parameter('email'), 'Email');
	const password = passwordIn(item.parameter('password'), 'Password', 4);
	const call: Call = {
		method: 'POST',
		path: '/members',
		json: { mail, password, nick: textIn(item.parameter('nick'), 'Nick') },
		secrets: [password],
	};
	const written = await writeOrLook(
		async () => await item.write(call, ({ body }) => memberIn(body)),
		async () => await lookUp(item, { mode: 'email', value: mail }, rosterDirectory),
		{ who: mail, done: 'created' },
	);
	return 'answer' in written
		? [{ ...shape(written.answer), created: true }]
		: [{ ...shape(written.seen), created: null }];
};

export const roster: Provider = {
	title: 'Roster',
	credential: 'rosterApi',
	rate: { requests: 200, seconds: 1 },
	baseUrl: ({ baseUrl }) => readBaseUrl(baseUrl, 'Base URL'),
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readFailure,
	resources: { user: { getAll: listMembers, get: getMember, create: createMember } },
};
