import type { IDataObject } from 'n8n-workflow';
import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../../sandbox';
import {
	asFlag,
	asPlainText,
	asText,
	type FieldCase,
	type FieldCases,
	type Fixture,
} from '../fixture';
import { among, equals, limits, outputs, passing, since, YEAR } from '../sharedFields';
import * as is from '../expectations';
import { agents } from './agents';
import { bindings } from './bindings';
import { otherResources, paged } from './otherResources';
import { subUsers } from './subUsers';
import { targetIn } from './target';
import { created, updated } from './changes';
import { defined } from '../../harness/defined';
import { locator } from '../../harness/locator';

const noUser = is.refusedByProvider(/there is no (such )?user/);
/** None is called 0; 4321 is somebody who isn't here. */
const userId: is.Expect = (kind) => is.id(kind === 'zero' ? noUser : is.fine)(kind);

const sendsText = (name: string) => (value: unknown) => ({ [name]: asPlainText(value) });

type Test = (user: VoximplantUser, value: unknown) => boolean;

/** Filters that the API applies, and by which name it knows them. */
function sentFilters(
	sandbox: VoximplantSandbox,
	filtered: ReturnType<typeof passing<VoximplantUser>>,
): FieldCases {
	const skill = defined(sandbox.skills[1]).skill_id;
	const queue = defined(sandbox.queues[1]).acd_queue_id;
	const has = (list: VoximplantUser['skills'] | VoximplantUser['acd_queues'], value: unknown) =>
		list.some((each) => Object.values(each).includes(Number(value)));
	const text = (name: 'user_name' | 'user_display_name'): FieldCase => ({
		...filtered('an', is.text(), (user, value) => user[name].includes(asText(value))),
		sends: name === 'user_name' ? sendsText(name) : (value) => ({ [name]: asText(value) }),
	});
	const id = (name: string, good: number, test: Test): FieldCase => ({
		...filtered(String(good), is.id(is.refusedByProvider(/invalid/)), test),
		sends: sendsText(name),
	});
	return {
		'filters.userName': text('user_name'),
		'filters.userDisplayName': text('user_display_name'),
		'filters.userId': {
			...filtered(String(defined(sandbox.people[7]).user_id), userId, (u, v) =>
				equals(u.user_id, v),
			),
			sends: sendsText('user_id'),
		},
		'filters.userActive': {
			...filtered(false, is.flag(), (user, value) => String(user.user_active) === asFlag(value)),
			sends: (value) => ({ user_active: asFlag(value) }),
		},
		'filters.skillId': id('skill_id', skill, (user, value) => has(user.skills, value)),
		'filters.excludedSkillId': id('excluded_skill_id', skill, (u, v) => !has(u.skills, v)),
		'filters.acdQueueId': id('acd_queue_id', queue, (user, value) => has(user.acd_queues, value)),
		'filters.excludedAcdQueueId': id(
			'excluded_acd_queue_id',
			queue,
			(u, v) => !has(u.acd_queues, v),
		),
		'filters.acdStatus': {
			...filtered(['READY', 'DND'], is.listOf(/must be one of .*OFFLINE/), (u, v) =>
				among(u.acd_status, v),
			),
			sends: (value) => ({ acd_status: (value as string[]).join(';') }),
		},
	};
}

const nodeFilters = (filtered: ReturnType<typeof passing<VoximplantUser>>): FieldCases => {
	const utc = (time: string) => `${time.replace(' ', 'T')}Z`;
	return {
		'filters.createdAfter': filtered(YEAR, is.date(), (u, v) => since(utc(u.created), v)),
		'filters.createdBefore': filtered(YEAR, is.date(), (u, v) => !since(utc(u.created), v)),
		'filters.modifiedAfter': filtered(YEAR, is.date(), (u, v) => since(utc(u.modified), v)),
		'filters.modifiedBefore': filtered(YEAR, is.date(), (u, v) => !since(utc(u.modified), v)),
	};
};

function shown({ skills }: VoximplantSandbox): FieldCases {
	const asked = (name: string): FieldCase => ({
		good: () => true,
		expects: is.flag(),
		sends: (value) => ({ [name]: asFlag(value) }),
	});
	return {
		'options.withSkills': asked('with_skills'),
		'options.withQueues': asked('with_queues'),
		'options.returnLiveBalance': asked('return_live_balance'),
		'options.showingSkillId': {
			good: () => String(defined(skills[1]).skill_id),
			expects: is.id(is.refusedByProvider(/'skill_id' parameter is invalid.* 'Skill to Show'/)),
			sends: sendsText('showing_skill_id'),
		},
	};
}

/** Named by an ID or by its name. */
const inApplication = (sandbox: VoximplantSandbox): FieldCases => {
	const application = defined(sandbox.applications[0]);
	const nobody = /Invalid application name|'application_id' parameter is invalid/;
	return {
		'application.name': {
			good: () => application.application_name,
			expects: is.textRefusedByProvider(nobody),
			sends: (value) => ({ application_name: asPlainText(value), application_id: undefined }),
		},
		'application.id': {
			good: () => String(application.application_id),
			expects: is.id(is.refusedByProvider(nobody)),
			sends: sendsText('application_id'),
		},
	};
};

export async function voximplantFixture(): Promise<Fixture> {
	const sandbox = await startVoximplant({ users: 60, subUsers: 60 });
	const sorted = () =>
		[...sandbox.people].sort((left, right) => (left.user_name < right.user_name ? -1 : 1));
	const filtered = passing(sorted, 'user_id');
	const all = (): IDataObject[] => sorted().map(({ user_id }) => ({ user_id }));
	const three = () => all().slice(0, 3);
	const one = () => defined(sandbox.people[7]);
	const known = (): IDataObject[] => [{ user_id: one().user_id }];
	const application = locator('id', defined(sandbox.applications[0]).application_id);
	const options = { requestsPerSecond: 0 };
	const base = { application, output: 'raw', options };
	const sent = { application_id: String(defined(sandbox.applications[0]).application_id) };
	const target = targetIn(sandbox, inApplication(sandbox));
	return {
		node: 'voximplant',
		sandbox,
		credentials: { voximplantApi: sandbox.credentials },
		secrets: sandbox.privateKey.split('\n').filter((line) => line.length >= 20),
		isWrite: ({ path }) => !/\/(SQ_)?Get/.test(path),
		paging: ['count', 'offset', 'handle_calls'],
		contentOf: ({ path, query, bodyText }) => ({
			method: path.replace('/platform_api/', ''),
			...query,
			...Object.fromEntries(new URLSearchParams(bodyText)),
		}),
		operations: {
			...otherResources(sandbox, options),
			agent: agents(sandbox, options, target),
			subUser: subUsers(sandbox, options),
			user: {
				getAll: {
					base: { ...base, limit: 3 },
					gives: three,
					reads: { method: 'GetUsers', ...sent },
					fields: {
						...inApplication(sandbox),
						...paged(all),
						...sentFilters(sandbox, filtered),
						...nodeFilters(filtered),
						...outputs('user_id', three),
						'options.orderBy': {
							good: () => 'user_name',
							expects: is.choice('user_id', 'user_name', 'user_display_name'),
							sends: (order_by) => ({ order_by }),
						},
						...shown(sandbox),
					},
				},
				get: {
					base: { ...base, user: locator('id', String(one().user_id)) },
					gives: known,
					fields: {
						'user.userName': {
							good: () => one().user_name,
							expects: is.textRefusedByProvider(/there is no user/),
						},
						'user.id': { good: () => String(one().user_id), expects: is.id(noUser) },
						...inApplication(sandbox),
						...outputs('user_id', known),
						...limits('concurrency'),
						...shown(sandbox),
					},
				},
				create: created(
					{ ...base, output: 'simplified' },
					{ fields: inApplication(sandbox), sent },
				),
				...updated(options, target),
				...bindings(sandbox, options, target),
			},
		},
	};
}
