import type { Results } from './results';

/** By profile (`BENCH_PROFILES`), why a goal may be missed. Shown where a run misses one. */
export const reasons: Partial<Record<keyof Results, string>> = {
	lists: `By profile, a list of 10,000 Autocalls users takes about 350 ms of CPU time for its 200 requests. Of these, this
package spends 21 ms to walk the pages and to refuse what comes twice, 11 ms to sign, 8 ms to look for secrets in the
answers, and less than 5 ms on each other part; n8n's authentication takes 16 ms. JSON.parse takes as long in each of the
five ways. Nearly all of the rest is n8n's helper, which opens a connection for each request. Worksection's one answer of
9,999 users takes 45 ms to parse, 8 ms to look for secrets, and 8 ms to look for users that come twice, of about 100 ms.`,
	people: `By profile, merging 40,000 accounts takes 25 ms to read the addresses, 20 ms to group them and 30 ms to make the
people, once the code is warm. Garbage collection can double that.`,
};
