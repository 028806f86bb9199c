import type {
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeParameters,
	IPollFunctions,
} from 'n8n-workflow';
import type { Users } from '../../../nodes/shared/execution/provider';
import type { Item } from '../../../nodes/shared/execution/item';
import { byId } from '../../../nodes/shared/paging/keys';
import type { Page } from '../../../nodes/shared/paging/listing';
import { offsetPaging } from '../../../nodes/shared/paging/strategies';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import { idOf, record, records, selectFields } from '../../../nodes/shared/text/json';
import { poll } from '../../../nodes/shared/trigger/poll';
import type { UserTrigger } from '../../../nodes/shared/trigger/userTrigger';
import { node, plainConnection, sendWith, type Reply } from '../fakeItem';

const rawFields = ['email', 'frozen', 'id', 'name', 'tags'].map((value) => ({
	name: value,
	value,
}));

function page(body: unknown): Page | undefined {
	const { users, total } = record(body) ?? {};
	const here = records(users) ?? (Array.isArray(users) ? [] : undefined);
	if (!here) return undefined;
	return { records: here, ...(typeof total === 'number' ? { total } : {}) };
}

const users: Users = {
	listing: () => ({
		what: 'users',
		call: { method: 'GET', path: '/users' },
		paging: offsetPaging({ offset: 'offset', count: 'count' }),
		size: { usual: 10, most: 10 },
		page,
		id: ({ id }) => idOf(id),
	}),
	keys: { id: byId('id') },
	label: ({ name, email }) => [name, email],
	shapes: {
		fields: rawFields,
		simplify: (user) => selectFields(user, ['id', 'name']),
		unify: ({ id, name, email }) =>
			unifiedUser({ provider: 'plainly', id, displayName: name, email }),
	},
};

/** As a trigger of a provider: `tags` are there only with the option With Tags. */
export const plainTrigger: UserTrigger = {
	provider: { name: 'plainly', connection: plainConnection, users, resources: {} },
	id: 'id',
	identity: ['name', 'email'],
	absent: { frozen: false },
	needs: { tags: { name: 'withTags', title: 'With Tags' } },
	request: (item: Item) => {
		const { team } = item.filters;
		return {
			listing: users.listing(item),
			...(team === undefined ? {} : { passes: (user: IDataObject) => user.team === team }),
			...(item.options.withTags === true
				? { complete: (user: IDataObject) => ({ ...user, tags: user.tags ?? [] }) }
				: {}),
		};
	},
};

export const person = (id: number, more: IDataObject = {}): IDataObject => ({
	id,
	name: `User ${id}`,
	email: `user${id}@example.com`,
	...more,
});

export const people = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, at) => person(at + 1));

const PARAMETERS: INodeParameters = {
	events: ['joined', 'changed', 'left'],
	fieldsToWatch: ['name', 'frozen'],
	filters: {},
	output: 'raw',
	options: {},
};

/** As n8n's helper ends a request. */
async function untilAborted(
	{ abortSignal }: IHttpRequestOptions,
	reply: Promise<Reply>,
): Promise<Reply> {
	const over = new Promise<never>((_, reject) => {
		const end = () => reject(new Error('canceled'));
		if (abortSignal?.aborted) end();
		abortSignal?.addEventListener?.('abort', end);
	});
	return await Promise.race([reply, over]);
}

let last = 0;

/** A trigger without n8n around it, and the list that it polls. */
export class FakePolls {
	users = people(12);

	parameters: INodeParameters = { ...PARAMETERS };

	staticData: IDataObject = {};

	/** The offset of each request. */
	readonly requests: number[] = [];

	budgetMs: number | undefined;

	credentials: IDataObject = { apiKey: 'key-of-the-fake' };

	/** Instead of a page of the list, or before it. */
	meanwhile: (request: number) => Reply | undefined | Promise<Reply | undefined> = () => undefined;

	/** The node's: polls of one node don't overlap. */
	private readonly id = `node-${(last += 1)}`;

	constructor(readonly trigger: UserTrigger = plainTrigger) {}

	with(parameters: INodeParameters): this {
		this.parameters = { ...this.parameters, ...parameters };
		return this;
	}

	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<IDataObject[] | null> {
		const items = await poll(this.functions(mode), this.trigger);
		return items && (items[0] ?? []).map(({ json }) => json);
	}

	/** "left 3" of each event. */
	async told(): Promise<string[] | null> {
		return (await this.poll())?.map(({ event, id }) => `${String(event)} ${String(id)}`) ?? null;
	}

	private functions(mode: string): IPollFunctions {
		const self: INode = {
			...node,
			id: this.id,
			parameters: this.parameters,
			credentials: { plainlyApi: { id: 'credential-1', name: 'Plainly' } },
		};
		const { budgetMs } = this;
		const functions: unknown = {
			getNode: () => self,
			getMode: () => mode,
			getTimezone: () => 'UTC',
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getWorkflowStaticData: () => this.staticData,
			getNodeParameter: (name: string, fallback: unknown) => this.parameters[name] ?? fallback,
			getCredentials: async () => this.credentials,
			...(budgetMs === undefined ? {} : { getPollBudgetMs: () => budgetMs }),
			helpers: {
				httpRequestWithAuthentication: sendWith(
					async (options) => await untilAborted(options, this.answer(options)),
				),
			},
		};
		return functions as IPollFunctions;
	}

	private async answer({ url, qs }: IHttpRequestOptions): Promise<Reply> {
		const query = new URL(url).searchParams;
		const asked = (name: string) =>
			Number((qs as IDataObject | undefined)?.[name] ?? query.get(name));
		const [offset, count] = [asked('offset'), asked('count')];
		this.requests.push(offset);
		const instead = await this.meanwhile(this.requests.length);
		if (instead) return instead;
		const { users: all } = this;
		return { body: { users: all.slice(offset, offset + count), total: all.length } };
	}
}
