import type { Account } from '../account';
import type { Method } from '../method';
import type { Parameters } from '../parameters';
import type { Queue } from '../queueRecords';
import { knownId } from '../references';
import { page } from './page';

type Test = (queue: Queue) => boolean;

function testsOf(account: Account, sent: Parameters): Test[] {
	const skills = account.skills.map(({ skill_id: id }) => id);
	const has = ({ skills: own }: Queue, id?: number) => own.some(({ skill_id }) => skill_id === id);
	const id = sent.id('acd_queue_id', 218);
	const part = sent.text('acd_queue_name');
	const application = sent.id('application_id', 116);
	const skill = knownId(sent, { name: 'skill_id', ids: skills, unknown: 222 });
	const without = knownId(sent, { name: 'excluded_skill_id', ids: skills, unknown: 224 });
	return [
		(queue) => id === undefined || String(queue.acd_queue_id) === id,
		(queue) => part === undefined || queue.acd_queue_name.includes(part),
		(queue) => application === undefined || String(queue.application_id) === application,
		(queue) => skill === undefined || has(queue, skill),
		(queue) => without === undefined || !has(queue, without),
	];
}

/** https://voximplant.com/docs/references/httpapi/queues */
export const getQueues: Method = (account, sent, limits) => {
	const tests = testsOf(account, sent);
	const ids = account.skills.map(({ skill_id: id }) => id);
	const only = knownId(sent, { name: 'showing_skill_id', ids, unknown: 222 });
	const withSkills = sent.flag('with_skills', false);
	const withCount = sent.flag('with_operatorcount', false);
	const operators = (id: number) =>
		account.people.filter((user) => user.acd_queues.some((each) => each.acd_queue_id === id));
	const matching = account.queues.filter((queue) => tests.every((test) => test(queue)));
	const found = page(sent, matching, limits);
	const result = found.result.map(({ skills, ...queue }) => ({
		...queue,
		...(withSkills && { skills: skills.filter((each) => !only || each.skill_id === only) }),
		...(withCount && { operatorcount: operators(queue.acd_queue_id).length }),
	}));
	return { ...found, result };
};
