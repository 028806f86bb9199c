import { type Column, nameOf, type Wanted } from '../column';
import { bothTimes, type Fault } from '../fault';
import type { Expectation } from '../rules';
import * as trick from './pageTricks';

const counted = ['autocalls·getAll', 'autocalls·get', 'voximplant·getAll'];
const cursors = ['quo·getAll', 'quo·get by e-mail'];
const walks = [...counted, ...cursors];

const among =
	(names: readonly string[]) =>
	(column: Column): boolean =>
		names.includes(nameOf(column));

const range = (least: number, most = least) => ({ requests: { least, most } });

/** What a hint has to say, or in its place an error: n8n drops the hints of a node that stops. */
const someMissing = [/users/];
const SAYS_SO = /missing|incomplete|not complete|counts|promised|delivered/i;

const part = (count: number) => (all: Wanted[]) => all.slice(0, count);

/** A look-up that walked a part of the list finds nobody there. */
function incomplete({ kind }: Column, count: number): Partial<Expectation> {
	return kind === 'list'
		? { outcome: 'the items', items: part(count), hints: someMissing }
		: { outcome: 'error', says: [/'\S+@example\.com'/, SAYS_SO] };
}

/** Quo's total is known to be wrong: nobody goes by it. */
const unlessQuo =
	(expected: (column: Column) => Partial<Expectation>): NonNullable<Fault['except']> =>
	(column) =>
		column.provider === 'quo' ? {} : expected(column);

type Row = Pick<Fault, 'name' | 'plan'> & Partial<Fault>;

/** Of each the items are right, unless an exception says otherwise. */
const both = (row: Row): Fault[] => bothTimes({ is: 'harmless', befalls: among(walks), ...row });
const ever = (row: Row): Fault => ({
	is: 'harmless',
	times: 'ever',
	befalls: among(walks),
	...row,
});

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
		befalls: among(cursors),
		plan: async (stage, fault) => {
			await trick.change(stage, fault, (body, { query }) => ({
				...body,
				nextPageToken: query.pageToken,
			}));
		},
		except: () => ({ ...range(2), outcome: 'error', says: [/repeat/, /page token/] }),
	}),
	{
		...ever({ name: 'an empty page with a cursor', plan: trick.emptyWithCursor }),
		times: 'once',
		befalls: among(cursors),
		except: ({ requests }) => range(requests + 1),
	},
	ever({
		name: 'empty pages with cursors',
		befalls: among(cursors),
		plan: trick.emptyWithCursor,
		except: () => ({ ...range(4), outcome: 'error', says: [/page token/, /3 pages/] }),
	}),
	...both({
		name: 'an empty page in the middle',
		befalls: among(counted),
		plan: async (stage, fault) => {
			await trick.change(stage, fault, (body) => trick.withRecords(body, []));
		},
		except: (column) => ({ ...range(2, 3), ...incomplete(column, 10) }),
	}),
	ever({
		name: 'a list without an end',
		befalls: ({ kind, provider, requests }) =>
			kind === 'list' && (requests > 1 || provider === 'autocalls'),
		options: { maxPages: 5 },
		plan: trick.endless,
		except: () => ({
			...range(5),
			items: () => Array.from({ length: 50 }, () => ({})),
			hints: [/more (users|queues|skills|applications)/],
		}),
	}),
];

/** Side by side, later pages may be older than earlier ones; one by one they never are. */
const oneByOne = { pagesAtOnce: 1 };

const slides: Fault[] = [
	...both({
		name: 'users who leave, pages one by one',
		befalls: among(counted),
		options: oneByOne,
		plan: (stage, fault) => trick.slide(stage, fault, trick.leave),
		except: () => ({ ...range(4, 12), hints: someMissing }),
	}),
	{
		...ever({
			name: 'a user who leaves from a page still to come',
			plan: (stage, fault) => trick.slide(stage, fault, trick.leaveLater),
		}),
		times: 'once',
		except: ({ provider, kind, requests }) => ({
			...(provider === 'quo' ? {} : range(requests, 12)),
			...(kind === 'list' ? { items: trick.withoutLeaver } : {}),
		}),
	},
	...both({
		name: 'users who leave from pages already read',
		plan: (stage, fault) => trick.slide(stage, fault, trick.leave),
		except: unlessQuo(() => ({ ...range(3, 12), hints: someMissing })),
	}),
	...both({
		name: 'users who join before all others',
		plan: (stage, fault) => trick.slide(stage, fault, trick.join),
		except: unlessQuo(() => ({ ...range(3, 5), hints: someMissing })),
	}),
	ever({
		name: 'a user on two pages',
		befalls: among([...walks, 'worksection·getAll', 'worksection·get']),
		plan: ({ scene: { sandbox } }) => {
			const { people } = sandbox;
			const index = people.length > 30 ? 49 : 9;
			people.splice(index, 0, ...people.slice(index, index + 1));
		},
		except: ({ provider }) =>
			['quo', 'worksection'].includes(provider) ? {} : { hints: someMissing },
	}),
];

const totals: Fault[] = [
	ever({
		name: 'a total 5 too high',
		plan: async (stage) => {
			(await stage.putInFront()).change = trick.totalOff(5);
		},
		except: unlessQuo(() => ({ ...range(3, 4), hints: someMissing })),
	}),
	ever({
		name: 'a total 10 too low',
		plan: async (stage) => {
			(await stage.putInFront()).change = trick.totalOff(-10);
		},
		// By the total alone the walk ends with the page on which it is reached.
		except: unlessQuo(({ provider }) => ({
			hints: someMissing,
			...(provider === 'voximplant' ? { ...range(2), items: part(20) } : {}),
		})),
	}),
];

/** What goes wrong with the pages of a list. */
export const pageRows: Fault[] = [...guards, ...slides, ...totals];
