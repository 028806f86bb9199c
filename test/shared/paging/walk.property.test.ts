import fc from 'fast-check';
import { type Directory, type Style, walkDirectory } from './directory';

/** What happens to the list before the nth answer. */
interface Change {
	request: number;
	act: 'insert' | 'remove';
	at: number;
}

const styleArb = fc.constantFrom<Style>('offset', 'page', 'token');
const shapeArb = {
	people: fc.nat(60),
	cap: fc.integer({ min: 1, max: 12 }),
	size: fc.integer({ min: 1, max: 12 }),
	need: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 70 })),
	prefetch: fc.integer({ min: 1, max: 10 }),
	maxPages: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
};

const changesArb = (...acts: Array<Change['act']>) =>
	fc.array(
		fc.record({
			request: fc.integer({ min: 1, max: 30 }),
			act: fc.constantFrom(...acts),
			at: fc.nat(100),
		}),
		{ maxLength: 12 },
	);

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

const planOf = ({ maxPages, ...rest }: Plan) => ({
	...rest,
	...(maxPages === undefined ? {} : { maxPages }),
});

interface Plan {
	size: number;
	need: number;
	prefetch: number;
	maxPages?: number | undefined;
}

/** Applies the changes, and keeps who was there throughout. */
function history(changes: Change[], people: number) {
	const throughout = new Set(numbers(people));
	const before = (directory: Directory, request: number) => {
		for (const change of changes) {
			if (change.request !== request) continue;
			if (change.act === 'insert') directory.insert(change.at);
			else directory.remove(change.at);
		}
		const there = new Set(directory.ids);
		for (const id of throughout) if (!there.has(id)) throughout.delete(id);
	};
	return { throughout, before };
}

const isSubsequence = (part: unknown[], whole: unknown[]): boolean => {
	let at = 0;
	for (const entry of whole) if (at < part.length && entry === part[at]) at += 1;
	return at === part.length;
};

describe('a list that stays as it is', () => {
	it('comes whole and in order, up to the limit, with no request too many', async () => {
		await fc.assert(
			fc.asyncProperty(fc.record({ style: styleArb, ...shapeArb }), async (given) => {
				const { style, people, cap, ...plan } = given;
				const walked = await walkDirectory({ style, people, cap }, planOf(plan));
				const most = style === 'page' ? cap : Math.min(cap, plan.size, plan.need);
				const reach = Math.min(people, plan.need, (plan.maxPages ?? Infinity) * most);
				const cut = walked.ids.slice(0, plan.need);
				expect(walked.error).toBeUndefined();
				expect(cut).toEqual(numbers(cut.length));
				expect(cut.length).toBeGreaterThanOrEqual(reach);
				expect(walked.requests.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(reach / most)));
				const told = walked.hints.some((hint) => hint.includes('Max Pages'));
				expect(told).toBe(cut.length < Math.min(people, plan.need));
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a list that changes during the walk', () => {
	/** Nobody twice, and no more requests than the changes explain. */
	async function holds(
		given: Plan & { style: Style; people: number; cap: number },
		changes: Change[],
	) {
		const { style, people, cap, ...plan } = given;
		const { throughout, before } = history(changes, people);
		const walked = await walkDirectory({ style, people, cap, before }, planOf(plan));
		const { ids, hints, error, requests, directory } = walked;
		expect(new Set(ids).size).toBe(ids.length);
		const stayed = ids.filter((id) => throughout.has(Number(id)));
		const inOrder = isSubsequence(stayed, directory.ids);
		const pages = Math.ceil((people + changes.length) / Math.min(cap, plan.size)) + 1;
		expect(requests.length).toBeLessThanOrEqual((pages + 1) * (changes.length + 1) + plan.prefetch);
		const missing = [...throughout].filter((id) => !ids.includes(id));
		const passedBy = missing.filter((id) => stayed.some((other) => Number(other) > id));
		const cut = hints.some((hint) => hint.includes('Max Pages')) || ids.length >= plan.need;
		return { error, inOrder, passedBy, missing: cut ? [] : missing };
	}

	it.each(['remove', 'insert'] as const)(
		'by %s alone: whoever was there throughout comes once and in order, whatever is prefetched',
		async (act) => {
			await fc.assert(
				fc.asyncProperty(
					fc.record({ style: styleArb, ...shapeArb }),
					changesArb(act),
					async (given, changes) => {
						const { error, ...held } = await holds(given, changes);
						if (error) expect(error.message).toContain('the total keeps changing');
						else expect(held).toEqual({ inOrder: true, passedBy: [], missing: [] });
					},
				),
				{ numRuns: 300 },
			);
		},
	);

	it('by one change at a time: whoever was there throughout comes, page by page', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({ style: styleArb, ...shapeArb, prefetch: fc.constant(1) }),
				changesArb('insert', 'remove'),
				async (given, changes) => {
					const single = changes.filter(
						({ request }, index) =>
							changes.findIndex((other) => other.request === request) === index,
					);
					const plan = { ...given, need: Number.POSITIVE_INFINITY, maxPages: undefined };
					const { error, ...held } = await holds(plan, single);
					if (error) expect(error.message).toContain('the total keeps changing');
					else expect(held).toEqual({ inOrder: true, passedBy: [], missing: [] });
				},
			),
			{ numRuns: 300 },
		);
	});

	// One who goes and one who comes between two answers leave the total as it was: nobody can see it.
	it('by anything at any time: nobody comes twice, and it ends', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({ style: styleArb, ...shapeArb }),
				changesArb('insert', 'remove'),
				async (given, changes) => {
					await holds(given, changes);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('a total that lies', () => {
	it('is told wherever it is not true, and never makes a walk endless', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({ style: fc.constantFrom<Style>('offset', 'page'), ...shapeArb }),
				fc.array(fc.integer({ min: -80, max: 80 }), { minLength: 1, maxLength: 8 }),
				async ({ style, people, cap, size, prefetch }, lies) => {
					let last = 0;
					const told = (real: number, request: number) =>
						(last = Math.max(0, real + (lies[request % lies.length] ?? 0)));
					const walked = await walkDirectory({ style, people, cap, told }, { size, prefetch });
					expect(new Set(walked.ids).size).toBe(walked.ids.length);
					expect(walked.ids).toEqual([...walked.ids].sort((a, b) => Number(a) - Number(b)));
					expect(walked.requests.length).toBeLessThan(2000);
					if (walked.error) {
						expect(walked.error.message).toContain('the total keeps changing');
					} else if (walked.ids.length < people && lies.length === 1) {
						expect(walked.hints.length > 0 || walked.ids.length === last).toBe(true);
					}
				},
			),
			{ numRuns: 300 },
		);
	});
});
