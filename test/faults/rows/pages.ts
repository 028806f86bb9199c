import type { Column, Wanted } from '../column';
import { bothTimes, type Fault } from '../fault';
import type { Expectation } from '../rules';
import * as trick from './pageTricks';

const isCounted = ({ pages }: Column): boolean => pages === 'total';
const hasTokens = ({ pages }: Column): boolean => pages === 'tokens';
const isWalk = (column: Column): boolean => isCounted(column) || hasTokens(column);

const range = (least: number, most = least) => ({ requests: { least, most } });

/** What a hint has to say, or in its place an error: n8n drops the hints of a node that stops. */
const someMissing = [/users/];
const SAYS_SO = /missing|incomplete|not complete|counts|promised|delivered/i;

const part = (count: number) => (all: Wanted[]) => all.slice(0, count);

/** A look-up that read a part of the list finds no user. */
function incomplete({ kind }: Column, count: number): Partial<Expectation> {
	return kind === 'list'
		? { outcome: 'the items', items: part(count), hints: someMissing }
		: { outcome: 'error', says: [/'\S+@example\.com'/, SAYS_SO] };
}

/** Where pages have tokens, no total is used: Quo's is known to be wrong. */
const unlessTokens =
	(expected: (column: Column) => Partial<Expectation>): NonNullable<Fault['except']> =>
	(column) =>
		hasTokens(column) ? {} : expected(column);

type Row = Pick<Fault, 'name' | 'plan'> & Partial<Fault>;

/** The items are right, unless an exception says otherwise. */
const both = (row: Row): Fault[] => bothTimes({ is: 'harmless', appliesTo: isWalk, ...row });
const ever = (row: Row): Fault => ({
	is: 'harmless',
	times: 'ever',
	appliesTo: isWalk,
	...row,
});

const once = (row: Row): Fault => ({ ...ever(row), times: 'once' });

/** Once, the pages behind it are there; ever, there are none. */
const emptyPage: Row = {
	name: 'an empty page in the middle',
	appliesTo: isCounted,
	plan: async (setup, fault) => {
		await trick.change(setup, fault, (body) => trick.withRecords(body, []));
	},
};
const withoutSecondPage = (all: Wanted[]) => [...all.slice(0, 10), ...all.slice(20)];

const guards: Fault[] = [
	...both({
		name: 'a page that repeats the one before',
		plan: trick.repeatPage,
		except: () => ({
			...range(2, 3),
			outcome: 'error',
			says: [/repeat/, /(page|offset|token) \S*\w/, /page 2\b/],
		}),
	}),
	...both({
		name: 'a cursor that repeats',
		appliesTo: hasTokens,
		plan: async (setup, fault) => {
			await trick.change(setup, fault, (body, { query }) => ({
				...body,
				nextPageToken: query.pageToken,
			}));
		},
		except: () => ({ ...range(2), outcome: 'error', says: [/repeat/, /page token/] }),
	}),
	{
		...ever({ name: 'an empty page with a cursor', plan: trick.emptyWithCursor }),
		times: 'once',
		appliesTo: hasTokens,
		except: ({ requests }) => range(requests + 1),
	},
	ever({
		name: 'empty pages with cursors',
		appliesTo: hasTokens,
		plan: trick.emptyWithCursor,
		except: () => ({ ...range(4), outcome: 'error', says: [/page token/, /3 pages/] }),
	}),
	once({
		...emptyPage,
		except: ({ kind }) => ({
			...range(3),
			hints: someMissing,
			...(kind === 'list' && { items: withoutSecondPage }),
		}),
	}),
	ever({
		...emptyPage,
		except: (column) => ({ ...range(2, 3), ...incomplete(column, 10) }),
	}),
	ever({
		name: 'a list without an end',
		appliesTo: ({ kind, requests }) => kind === 'list' && requests > 1,
		options: { maxPages: 5 },
		plan: trick.endless,
		except: () => ({
			...range(5),
			items: () => Array.from({ length: 50 }, () => ({})),
			hints: [/more (users|sub-users|agents|queues|skills|applications)/],
		}),
	}),
];

/** Side by side, later pages may be older than earlier ones; one by one they never are. */
const oneByOne = { pagesAtOnce: 1 };

const slides: Fault[] = [
	...both({
		name: 'users who leave, pages one by one',
		appliesTo: isCounted,
		options: oneByOne,
		plan: (setup, fault) => trick.slide(setup, fault, trick.leave),
		except: () => ({ ...range(4, 12), hints: someMissing }),
	}),
	{
		...ever({
			name: 'a user who leaves from a page still to come',
			plan: (setup, fault) => trick.slide(setup, fault, trick.leaveLater),
		}),
		times: 'once',
		except: (column) => ({
			...(hasTokens(column) ? {} : range(column.requests, 12)),
			...(column.kind === 'list' ? { items: trick.withoutLeaver } : {}),
		}),
	},
	...both({
		name: 'users who leave from pages already read',
		plan: (setup, fault) => trick.slide(setup, fault, trick.leave),
		except: unlessTokens(() => ({ ...range(3, 12), hints: someMissing })),
	}),
	...both({
		name: 'users who join before all others',
		plan: (setup, fault) => trick.slide(setup, fault, trick.join),
		except: unlessTokens(() => ({ ...range(3, 5), hints: someMissing })),
	}),
	ever({
		name: 'a user on two pages',
		appliesTo: ({ pages }) => pages !== undefined,
		plan: ({ fixture: { sandbox } }) => {
			const { people } = sandbox;
			const index = people.length > 30 ? 49 : 9;
			people.splice(index, 0, ...people.slice(index, index + 1));
		},
		except: (column) => (isCounted(column) ? { hints: someMissing } : {}),
	}),
];

const totals: Fault[] = [
	ever({
		name: 'a total 5 too high',
		plan: async (setup) => {
			(await setup.addProxy()).change = trick.totalOff(5);
		},
		except: unlessTokens(() => ({ ...range(3, 4), hints: someMissing })),
	}),
	ever({
		name: 'a total 10 too low',
		plan: async (setup) => {
			(await setup.addProxy()).change = trick.totalOff(-10);
		},
		// By the total alone the walk ends with the page on which it is reached.
		except: unlessTokens(({ endsAtTotal }) => ({
			hints: someMissing,
			...(endsAtTotal ? { ...range(2), items: part(20) } : {}),
		})),
	}),
];

/** What goes wrong with the pages of a list. */
export const pageRows: Fault[] = [...guards, ...slides, ...totals];
