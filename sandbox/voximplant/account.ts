import { people } from '../people';
import { replaceItems } from '../replaceItems';
import { type Agent, agentRecords, newAgent } from './agentRecords';
import { type Application, applicationRecords } from './applicationRecords';
import { type Queue, queueRecords } from './queueRecords';
import { type Skill, skillRecords } from './skillRecords';
import { type SmartQueue, smartQueueRecords } from './smartQueueRecords';
import { type Key, keyRecords, type SubUser, subUserRecords } from './subUserRecords';
import { UserOrder } from './userOrder';
import { userRecord, type VoximplantUser } from './userRecords';

export interface AccountPlan {
	accountId: number;
	name: string;
	users: number;
	subUsers: number;
	/** Of its service account; a child is acted for with its parent's. */
	keyId?: string;
}

/** One account. All users are in the first application, every third also in the second. */
export class Account {
	readonly people: VoximplantUser[] = [];
	readonly applications: Application[] = [];
	readonly skills: Skill[] = [];
	readonly queues: Queue[] = [];
	readonly smartQueues: SmartQueue[] = [];
	readonly subUsers: SubUser[] = [];
	readonly keys: Key[] = [];
	readonly userOrder = new UserOrder();
	private readonly agentById = new Map<VoximplantUser['user_id'], Agent>();
	private readonly answers = new Map<string, readonly VoximplantUser[]>();
	private isCached = true;

	constructor(readonly plan: AccountPlan) {
		this.reset();
	}

	/**
	 * Answers the same question from a cache: a list of 50,000 is read in hundreds of pages, and each
	 * would be sorted and searched again.
	 */
	cached(question: string, find: () => readonly VoximplantUser[]): readonly VoximplantUser[] {
		if (!this.isCached) return find();
		const answer = this.answers.get(question) ?? find();
		this.answers.set(question, answer);
		return answer;
	}

	/** Called before the API changes something. */
	clearCache(): void {
		this.answers.clear();
	}

	/** For whoever gets the live lists and may change them at any time. */
	withoutCache(): this {
		this.isCached = false;
		return this;
	}

	get agents(): Agent[] {
		return [...this.agentById.values()];
	}

	/** What SmartQueue knows of a user; of a new one it begins to. */
	agentOf(id: VoximplantUser['user_id']): Agent {
		const agent = this.agentById.get(id) ?? newAgent(id);
		this.agentById.set(id, agent);
		return agent;
	}

	reset(): void {
		this.clearCache();
		const { accountId, name, users, subUsers, keyId } = this.plan;
		const base = accountId * 10;
		replaceItems(this.applications, applicationRecords(base, name));
		replaceItems(this.skills, skillRecords(base));
		replaceItems(this.queues, queueRecords(base, this.skills));
		const { applications, skills, queues } = this;
		const boundTo = { accountId, applications, skills, queues };
		replaceItems(
			this.people,
			people(users, 31 + (accountId % 97)).map((person) => userRecord(person, boundTo)),
		);
		replaceItems(this.smartQueues, smartQueueRecords(base));
		this.agentById.clear();
		for (const agent of agentRecords(this.people, base, this.smartQueues)) {
			this.agentById.set(agent.user_id, agent);
		}
		replaceItems(this.subUsers, subUserRecords(base, subUsers));
		replaceItems(this.keys, keyId === undefined ? [] : keyRecords(keyId));
	}

	/** One beyond the highest, also beyond 2^53. */
	nextUserId(): number | string {
		let top = BigInt(this.plan.accountId * 1000);
		for (const { user_id: id } of this.people) if (BigInt(id) > top) top = BigInt(id);
		const next = top + 1n;
		return next > BigInt(Number.MAX_SAFE_INTEGER) ? String(next) : Number(next);
	}
}
