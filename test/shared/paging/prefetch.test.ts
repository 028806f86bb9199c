import type { Query } from '../../../nodes/shared/http/connection';
import type { Page } from '../../../nodes/shared/paging/listing';
import { Prefetch } from '../../../nodes/shared/paging/prefetch';
import { walk } from '../../../nodes/shared/paging/walk';
import { everything, listingOf, paged, people, walkDirectory, walkThrough } from './directory';

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const at = (offset: number): Query => ({ offset });

/** Pages that come when they are told to. */
class Slow {
	readonly asked: number[] = [];

	private readonly waiting = new Map<number, { come: (page: Page) => void; fail: () => void }>();

	readonly fetch = async ({ offset = 0 }: Query): Promise<Page> => {
		const from = Number(offset);
		this.asked.push(from);
		return await new Promise((come, reject) => {
			this.waiting.set(from, { come, fail: () => reject(new Error(`No page at ${from}.`)) });
		});
	};

	come(offset: number, total = 30): void {
		this.waiting.get(offset)?.come({ records: people(...numbers(5, offset)), total });
	}

	fail(offset: number): void {
		this.waiting.get(offset)?.fail();
	}
}

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

describe('pages asked for ahead', () => {
	it('are asked for once, and given in the order in which they are taken', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		pages.expect(at(5), [at(5), at(10), at(15)]);
		pages.expect(at(5), [at(5), at(10), at(15)]);
		expect(slow.asked).toEqual([5, 10, 15]);
		slow.come(10);
		slow.come(5);
		expect((await pages.take(at(5))).records[0]).toEqual({ id: 5 });
		expect((await pages.take(at(10))).records[0]).toEqual({ id: 10 });
		expect(slow.asked).toEqual([5, 10, 15]);
	});

	it('are dropped where the walk takes another turn, and asked for again', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		pages.expect(at(5), [at(5), at(10)]);
		pages.expect(at(4), [at(5), at(10)]);
		void pages.take(at(5));
		expect(slow.asked).toEqual([5, 10, 5]);
	});

	it('are dropped one by one where they are no longer expected', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		pages.expect(at(5), [at(5), at(10), at(15)]);
		pages.expect(at(10), [at(10), at(16)]);
		expect(slow.asked).toEqual([5, 10, 15, 16]);
		void pages.take(at(10));
		void pages.take(at(15));
		expect(slow.asked).toEqual([5, 10, 15, 16, 15]);
	});

	it('are used all the same where no more are wanted from then on', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		pages.expect(at(5), [at(5), at(10)]);
		void pages.take(at(5));
		pages.expect(at(10), []);
		void pages.take(at(10));
		pages.expect(at(15), []);
		void pages.take(at(15));
		expect(slow.asked).toEqual([5, 10, 15]);
	});

	it('are dropped on request', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		pages.expect(at(5), [at(5)]);
		pages.clear();
		void pages.take(at(5));
		expect(slow.asked).toEqual([5, 5]);
	});

	it('fail when their turn comes, and quietly where it never does', async () => {
		const slow = new Slow();
		const pages = new Prefetch(slow.fetch);
		const unhandled = jest.fn();
		process.on('unhandledRejection', unhandled);
		try {
			pages.expect(at(5), [at(5), at(10)]);
			slow.fail(5);
			slow.fail(10);
			await settle();
			await expect(pages.take(at(5))).rejects.toThrow('No page at 5.');
			pages.clear();
			await settle();
			expect(unhandled).not.toHaveBeenCalled();
		} finally {
			process.off('unhandledRejection', unhandled);
		}
	});
});

describe('a walk that prefetches', () => {
	const begin = (slow: Slow, plan = {}) =>
		walk({
			provider: 'Plainly',
			listing: listingOf(paged.offset),
			plan: { ...everything, prefetch: 3, ...plan },
			fetch: slow.fetch,
			hint: () => undefined,
		});

	it('asks for as many as it may once the total is known, and for one more with each page taken', async () => {
		const slow = new Slow();
		const walked = begin(slow);
		const first = walked.next();
		await settle();
		expect(slow.asked).toEqual([0]);
		slow.come(0);
		expect((await first).value).toMatchObject({ records: people(...numbers(5)) });
		expect(slow.asked).toEqual([0, 5, 10, 15]);
		const second = walked.next();
		slow.come(10);
		slow.come(5);
		expect((await second).value).toMatchObject({ records: people(...numbers(5, 5)) });
		expect(slow.asked).toEqual([0, 5, 10, 15, 20]);
		await walked.return(undefined);
	});

	it.each([
		[{ need: 12 }, [0, 5, 10]],
		[{ need: 5 }, [0]],
		[{ maxPages: 2 }, [0, 5]],
		[{ maxPages: 1 }, [0]],
		[{ need: 12, prefetch: 1 }, [0, 5]],
	])('asks for no page that %j does not need', async (plan, asked) => {
		const slow = new Slow();
		const walked = begin(slow, plan);
		const first = walked.next();
		slow.come(0);
		await first;
		await settle();
		expect(slow.asked).toEqual(asked);
		await walked.return(undefined);
	});

	it('asks for the end of a limit only', async () => {
		const walked = await walkDirectory({ style: 'offset', people: 40 }, { need: 12, prefetch: 5 });
		expect(walked.requests).toEqual([
			{ count: 5, offset: 0 },
			{ count: 5, offset: 5 },
			{ count: 2, offset: 10 },
		]);
	});

	it('fails at the page that failed, after all before it', async () => {
		const fetch = async ({ offset = 0 }: Query): Promise<Page> => {
			if (offset === 10) throw new Error('No page at 10.');
			return { records: people(...numbers(5, Number(offset))), total: 30 };
		};
		const walked = await walkThrough(listingOf(paged.offset), fetch, { prefetch: 5 });
		expect(walked.ids).toEqual(numbers(10));
		expect(walked.error?.message).toBe('No page at 10.');
	});

	it('drops what it prefetched of a list that shrank', async () => {
		const walked = await walkDirectory(
			{
				style: 'offset',
				people: 30,
				before: (directory, request) => {
					if (request === 3) directory.people.splice(0, 2);
				},
			},
			{ prefetch: 3 },
		);
		expect(walked.ids).toEqual(numbers(30));
		expect(walked.requests.map(({ offset }) => offset)).toEqual([0, 5, 10, 15, 20, 8, 13, 18, 23]);
	});
});
