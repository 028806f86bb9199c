import type { Context, Resource } from '../endpoint';

function pageStart(token: string | undefined, { workspace, parameters }: Context): number {
	if (token === undefined) return 0;
	const start = workspace.pageTokens.start(token, workspace.people);
	if (start !== undefined) return start;
	const message = 'Invalid page token';
	const schema = { type: 'string' };
	return parameters.refuseParameter({ path: '/pageToken', message, value: token, schema });
}

/** https://www.quo.com/docs/mdx/api-reference/users/list-users */
const list: Resource['list'] = (request, context) => {
	const { workspace, settings, parameters } = context;
	const { people, pageTokens } = workspace;
	const given = parameters.read(request, 'maxResults', 'pageToken');
	const size = parameters.pageSize(given.maxResults);
	const start = pageStart(given.pageToken, context);
	const data = people.slice(start, start + size);
	const end = start + data.length;
	const isFull = settings.trailingEmptyPage && data.length === size;
	const last = data.at(-1);
	const hasMore = last !== undefined && (end < people.length || isFull);
	const nextPageToken = hasMore ? pageTokens.issue({ after: last.id, index: end - 1 }) : null;
	const totalItems = Math.max(0, people.length + settings.lyingTotal);
	return { status: 200, json: { data, totalItems, nextPageToken } };
};

const get: Resource['get'] = (text, { workspace, parameters }) => {
	const id = parameters.identifier(text, 'US', '/userId');
	const data = workspace.people.find((user) => user.id === id);
	return data ? { status: 200, json: { data } } : parameters.refuse(404, 'User not found');
};

export const users: Resource = { area: 'users', list, get };
