import type { Account } from '../account';
import { refuse } from '../errors';
import type { Method } from '../method';
import type { Parameters } from '../parameters';
import { isBound, knownId, matchingApplications } from '../references';
import { type Order, ORDERS } from '../userOrder';
import { ACD_STATUSES, type VoximplantUser } from '../userRecords';
import { page } from './page';

type Test = (user: VoximplantUser) => boolean;

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

/** Names match by part, as the page says; that they are case-sensitive is UNCONFIRMED. */
function fieldTests(sent: Parameters): (Test | undefined)[] {
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

function orderOf(sent: Parameters): Order {
	const name = sent.text('order_by') ?? 'user_name';
	return ORDERS.find((order) => order === name) ?? refuse(101);
}

function answerOf(account: Account, sent: Parameters): (user: VoximplantUser) => unknown {
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

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export const getUsers: Method = (account, sent, limits) => {
	const applications = matchingApplications(account, sent);
	const bound: Test = (user) => applications.some((application) => isBound(user, application));
	const tests = [
		bound,
		...fieldTests(sent),
		...skillTests(account, sent),
		...queueTests(account, sent),
		statusTest(sent),
	].filter((test) => test !== undefined);
	const order = orderOf(sent);
	const answer = answerOf(account, sent);
	const matching = account.cached(sent.without('count', 'offset'), () =>
		account.userOrder
			.sort(account.people, order)
			.filter((user) => tests.every((test) => test(user))),
	);
	const found = page(sent, matching, limits);
	return { ...found, result: found.result.map(answer) };
};
