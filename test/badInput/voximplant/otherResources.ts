import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { VoximplantSandbox } from '../../../sandbox';
import { asFlag, asText, type FieldCase, type FieldCases, type OperationCase } from '../fixture';
import { answers, equals, includes, limits, lists, passing, records } from '../sharedFields';
import * as is from '../expectations';
import { defined } from '../../harness/defined';

/** What every list of this API is paged by that tells how many there are. */
export const paged = (all: () => IDataObject[]): FieldCases => ({
	...pagedWithoutTotal(all),
	...limits('pagesAtOnce'),
});

/** What every list of this API is paged by. */
export const pagedWithoutTotal = (all: () => IDataObject[]): FieldCases => ({
	...lists(all),
	...limits('maxPages'),
	'options.pageSize': { good: () => 7, expects: is.clamped() },
	'options.offset': {
		good: () => 0,
		expects: is.whole(0, { 'a huge number': is.refused(/at most|whole/) }),
		gives: (value) => all().slice(Number(value), Number(value) + 3),
	},
});

type Test<Entry> = (entry: Entry, value: unknown) => boolean;

/** Filters of one list: the API's, by its own names, and the node's search. */
function filtersOf<Entry extends object>(list: readonly Entry[], id: keyof Entry & string) {
	const filtered = passing(() => list, id);
	const sends = (parameter: string) => (value: unknown) => ({ [parameter]: asText(value) });
	const byId = (
		parameter: string,
		good: number,
		{ zero, others = is.fine, test }: Known,
	): FieldCase => ({
		...filtered(String(good), is.id(others, { zero }), test),
		sends: sends(parameter),
	});
	interface Known {
		/** What becomes of an ID that can be nobody's, and of another that nobody has. */
		zero: is.Expectation;
		others?: is.Expectation;
		test: Test<Entry>;
	}
	const words = (name: keyof Entry & string, good: string): FieldCase => ({
		...filtered(good, is.text(), (entry, value) => String(entry[name]).includes(asText(value))),
		sends: sends(name),
	});
	const search = (name: keyof Entry & string, good: string): FieldCase =>
		filtered(good, is.text(), (entry, value) => includes([entry[name]], value));
	return { byId, words, search };
}

const invalid = (parameter: string) =>
	is.refusedByProvider(new RegExp(`'${parameter}' parameter is invalid`));

function applications(sandbox: VoximplantSandbox, base: INodeParameters): OperationCase {
	const list = sandbox.applications;
	const all = () => list.map(({ application_id }) => ({ application_id }));
	const { byId, words, search } = filtersOf(list, 'application_id');
	return {
		base,
		gives: () => all().slice(0, 3),
		reads: { method: 'GetApplications' },
		fields: {
			...paged(all),
			'filters.applicationId': byId('application_id', defined(list[1]).application_id, {
				zero: invalid('application_id'),
				test: ({ application_id }, value) => equals(application_id, value),
			}),
			'filters.applicationName': words('application_name', 'support'),
			'filters.search': search('application_name', 'SUPPORT'),
			...answers(),
		},
	};
}

function skills(sandbox: VoximplantSandbox, base: INodeParameters): OperationCase {
	const list = sandbox.skills;
	const all = () => list.map(({ skill_id }) => ({ skill_id }));
	const { byId, words, search } = filtersOf(list, 'skill_id');
	return {
		base,
		gives: () => all().slice(0, 3),
		reads: { method: 'GetSkills' },
		fields: {
			...paged(all),
			'filters.skillId': byId('skill_id', defined(list[1]).skill_id, {
				zero: invalid('skill_id'),
				test: ({ skill_id }, value) => equals(skill_id, value),
			}),
			'filters.skillName': words('skill_name', 'ish'),
			'filters.search': search('skill_name', 'І'),
			...answers(),
		},
	};
}

function queues(sandbox: VoximplantSandbox, base: INodeParameters): OperationCase {
	const list = sandbox.queues;
	const all = () => list.map(({ acd_queue_id }) => ({ acd_queue_id }));
	const three = () => all().slice(0, 3);
	const { byId, words, search } = filtersOf(list, 'acd_queue_id');
	const { skill_id } = defined(sandbox.skills[1]);
	const nobodys = (parameter: string) => ({ zero: invalid(parameter), others: invalid(parameter) });
	const has = ({ skills: own }: (typeof list)[number], value: unknown) =>
		own.some((each) => each.skill_id === Number(value));
	const shown = (parameter: string): FieldCase => ({
		good: () => true,
		expects: is.flag(),
		sends: (value) => ({ [parameter]: asFlag(value) }),
	});
	return {
		base,
		gives: three,
		reads: { method: 'GetQueues' },
		fields: {
			...paged(all),
			'filters.acdQueueId': byId('acd_queue_id', defined(list[1]).acd_queue_id, {
				zero: invalid('acd_queue_id'),
				test: ({ acd_queue_id }, value) => equals(acd_queue_id, value),
			}),
			'filters.acdQueueName': words('acd_queue_name', 'line'),
			'filters.applicationId': byId('application_id', defined(list[1]).application_id, {
				zero: invalid('application_id'),
				test: ({ application_id }, value) => equals(application_id, value),
			}),
			'filters.skillId': byId('skill_id', skill_id, { ...nobodys('skill_id'), test: has }),
			'filters.excludedSkillId': byId('excluded_skill_id', skill_id, {
				...nobodys('excluded_skill_id'),
				test: (queue, value) => !has(queue, value),
			}),
			'filters.search': search('acd_queue_name', 'LINE'),
			'options.withOperatorCount': shown('with_operatorcount'),
			'options.withSkills': shown('with_skills'),
			...records('acd_queue_id', three),
		},
	};
}

type OtherResources = Record<'application' | 'skill' | 'queue', Record<'getAll', OperationCase>>;

/** What users of this account can be bound to. */
export function otherResources(
	sandbox: VoximplantSandbox,
	options: INodeParameters,
): OtherResources {
	const base = { limit: 3, output: 'raw', options };
	return {
		application: { getAll: applications(sandbox, base) },
		skill: { getAll: skills(sandbox, base) },
		queue: { getAll: queues(sandbox, base) },
	};
}
