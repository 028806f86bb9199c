import { type Account, ACD_STATUSES, type VoximplantUser } from './account';
import { refuse } from './errors';
import { type Order, ORDERS } from './order';
import type { Parameters } from './parameters';
import { applicationsAsked, isBound, knownId } from './pick';

type Test = (user: VoximplantUser) => boolean;

export interface Caps {
	/** More than this is refused (the provider's own maximum is UNCONFIRMED). */
	mostCount: number;
	/** At most so many come back, whatever was asked for; 0 is off. */
	countCap: number;
}

/** `count` and `offset`, cut out of what was found. */
export function cutOut<Item>(
	sent: Parameters,
	found: readonly Item[],
	{ mostCount, countCap }: Caps,
): { result: Item[]; total_count: number; count: number } {
	const count = sent.integer('count', 20);
	const offset = sent.integer('offset', 0);
	if (count < 1 || count > mostCount || offset < 0) refuse(101);
	const size = countCap > 0 ? Math.min(count, countCap) : count;
	const result = found.slice(offset, offset + size);
	return { result, total_count: found.length, count: result.length };
}

function statusTest(sent: Parameters): Test | undefined {
	const statuses = sent.list('acd_status');
	if (!statuses) return undefined;
	const known: readonly string[] = ACD_STATUSES;
	if (statuses.some((status) => !known.includes(status))) refuse(227);
	return (user) => statuses.includes(user.acd_status);
}

function skillTests(account: Account, sent: Parameters): (Test | undefined)[] {
	const ids = account.skills.map(({ skill_id: id }) => id);
	const wanted = knownId(sent, { name: 'skill_id', ids, unknown: 222 });
	const unwanted = knownId(sent, { name: 'excluded_skill_id', ids, unknown: 224 });
	const has = (user: VoximplantUser, id: number) =>
		user.skills.some((each) => each.skill_id === id);
	return [
		wanted === undefined ? undefined : (user) => has(user, wanted),
		unwanted === undefined ? undefined : (user) => !has(user, unwanted),
	];
}

function queueTests(account: Account, sent: Parameters): (Test | undefined)[] {
	const ids = account.queues.map(({ acd_queue_id: id }) => id);
	const wanted = knownId(sent, { name: 'acd_queue_id', ids, unknown: 218 });
	const unwanted = knownId(sent, { name: 'excluded_acd_queue_id', ids, unknown: 218 });
	const has = (user: VoximplantUser, id: number) =>
		user.acd_queues.some((each) => each.acd_queue_id === id);
	return [
		wanted === undefined ? undefined : (user) => has(user, wanted),
		unwanted === undefined ? undefined : (user) => !has(user, unwanted),
	];
}

/** Names by part, as the page says; that case counts is UNCONFIRMED. */
function ownTests(sent: Parameters): (Test | undefined)[] {
	const id = sent.id('user_id', 117);
	const name = sent.text('user_name');
	const display = sent.text('user_display_name');
	const active = sent.flag('user_active');
	return [
		id === undefined ? undefined : (user) => String(user.user_id) === id,
		name === undefined ? undefined : (user) => user.user_name.includes(name),
		display === undefined ? undefined : (user) => user.user_display_name.includes(display),
		active === undefined ? undefined : (user) => user.user_active === active,
	];
}

function orderAsked(sent: Parameters): Order {
	const asked = sent.text('order_by') ?? 'user_name';
	return ORDERS.find((order) => order === asked) ?? refuse(101);
}

function shownAs(account: Account, sent: Parameters): (user: VoximplantUser) => unknown {
	const ids = account.skills.map(({ skill_id: id }) => id);
	const only = knownId(sent, { name: 'showing_skill_id', ids, unknown: 222 });
	const withSkills = sent.flag('with_skills', false);
	const withQueues = sent.flag('with_queues', false);
	const live = sent.flag('return_live_balance', true);
	return ({ skills, acd_queues, ...user }) => ({
		...user,
		balance: live ? user.live_balance : user.fixed_balance,
		...(withSkills && {
			skills: skills.filter((skill) => only === undefined || skill.skill_id === only),
		}),
		...(withQueues && { acd_queues }),
	});
}

export function getUsers(account: Account, sent: Parameters, caps: Caps): unknown {
	const applications = applicationsAsked(account, sent);
	const bound: Test = (user) => applications.some((application) => isBound(user, application));
	const tests = [
		bound,
		...ownTests(sent),
		...skillTests(account, sent),
		...queueTests(account, sent),
		statusTest(sent),
	].filter((test) => test !== undefined);
	const order = orderAsked(sent);
	const shown = shownAs(account, sent);
	const found = account.found(sent.without('count', 'offset'), () =>
		account.ordered.by(order, account.people).filter((user) => tests.every((test) => test(user))),
	);
	const page = cutOut(sent, found, caps);
	return { ...page, result: page.result.map(shown) };
}
