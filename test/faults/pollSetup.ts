import { createRequire } from 'node:module';
import path from 'node:path';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Connection } from '../../nodes/shared/http/connection';
import { accountOf, scopeOf } from '../../nodes/shared/trigger/scope';
import { PollingNode } from '../harness/pollingNode';
import { descriptionOf, folderOf, fromEachProvider } from '../harness/providers';
import type { TriggerUnderTest } from '../triggers/trigger';
import { unique } from './column';
import type { Fault } from './fault';
import { maxWaitMs, RETRIES } from './rules';
import type { Setup } from './setup';

const required = createRequire(__filename);

const triggers = fromEachProvider<TriggerUnderTest>('trigger');

const calm: Fault = { name: 'nothing', is: 'harmless', times: 'once', plan: () => undefined };

const NEW_NAME = 'Renamed';
const TIMEOUT_MS = 8000;

function connectionOf(provider: string): Connection {
	const file = path.join(folderOf(provider), `${provider}.connection.ts`);
	const { [`${provider}Connection`]: connection } = required(file) as Record<string, Connection>;
	if (!connection) throw new Error(`${file} exports no connection.`);
	return connection;
}

function watchedBy(trigger: string): string[] {
	const { properties } = descriptionOf(trigger);
	const names = properties.find(({ name }) => name === 'fieldsToWatch')?.default;
	return [...(names as string[])].sort();
}

/** A trigger that remembers a list, in which then somebody joins, one is renamed, and one leaves. */
export class PollSetup {
	/** As n8n has saved it. */
	remembered: IDataObject = {};

	private before: ReadonlyMap<string, string> = new Map();

	private readonly watched: string[];

	private readonly about: TriggerUnderTest;

	/** Of the node: polls of one node don't overlap. */
	private readonly id = String(unique());

	constructor(private readonly setup: Setup) {
		const { provider } = setup.column;
		this.about = triggers[provider]!;
		this.watched = watchedBy(`${provider}Trigger`);
	}

	/** The list is read without a fault, and then changed. */
	async begin(): Promise<void> {
		const { people } = this;
		const joining = people.pop()!;
		const node = this.node(this.setup.fixture.credentials, calm);
		if (await node.poll()) throw new Error('The first poll reported something.');
		this.remembered = node.staticData;
		if (this.scope(this.setup.fixture.credentials) !== this.remembered.scope) {
			throw new Error(`The scope of ${this.setup.column.provider} is made another way.`);
		}
		this.before = this.values();
		people[5]![this.about.name] = NEW_NAME;
		people.splice(12, 1);
		people.push(joining);
	}

	/** After a fault may have moved the provider to another address. */
	moved(fault: Fault): PollingNode {
		const { credentials } = this.setup;
		this.remembered = { ...this.remembered, scope: this.scope(credentials) };
		return this.node(credentials, fault);
	}

	/** What is wrong with the events, by who is there now and who was there before. */
	wrongEvents(events: readonly IDataObject[]): string[] {
		const [before, now] = [this.before, this.values()];
		const byEvent = (name: string) =>
			events.filter(({ event }) => event === name).map(({ id }) => String(id));
		const wrong = (name: string, ids: readonly string[]) => {
			const told = byEvent(name);
			const untrue = told.filter((id) => !ids.includes(id));
			return untrue.length === 0 && told.length > 0 && new Set(told).size === told.length
				? []
				: [`${name}: ${told.join()}; true are ${ids.join()}`];
		};
		const all = [...new Set([...before.keys(), ...now.keys()])];
		const differs = (id: string) => now.has(id) && before.get(id) !== now.get(id);
		return [
			...wrong(
				'joined',
				all.filter((id) => !before.has(id)),
			),
			...wrong(
				'changed',
				all.filter((id) => before.has(id) && differs(id)),
			),
			...wrong(
				'left',
				all.filter((id) => !now.has(id)),
			),
		];
	}

	private get people(): IDataObject[] {
		return this.setup.fixture.sandbox.people as unknown[] as IDataObject[];
	}

	/** The watched values of everybody, by ID. */
	private values(): Map<string, string> {
		const { watched } = this;
		const valuesOf = (person: IDataObject) => JSON.stringify(watched.map((name) => person[name]));
		const { id } = this.about;
		return new Map(this.people.map((person) => [String(person[id]), valuesOf(person)]));
	}

	private node(credentials: Record<string, unknown>, fault: Fault): PollingNode {
		const { fixture, column } = this.setup;
		const { application } = fixture.parameters;
		const limits = { timeout: TIMEOUT_MS, retries: RETRIES, maxWait: maxWaitMs(fault) / 1000 };
		return new PollingNode({
			node: `${column.provider}Trigger`,
			id: this.id,
			credentials: { [fixture.credential]: credentials as IDataObject },
			staticData: this.remembered,
			parameters: {
				...(application === undefined ? {} : { application }),
				options: { ...limits, ...fixture.options, ...fault.options },
			},
		});
	}

	private scope(credentials: Record<string, unknown>): string {
		const { fixture, column } = this.setup;
		const { credential } = fixture;
		const node = {
			...{ id: '', name: '', type: '', typeVersion: 1, parameters: {} },
			position: [0, 0] as [number, number],
			credentials: { [credential]: { id: credential, name: '' } },
		};
		return scopeOf({
			account: accountOf(
				connectionOf(column.provider),
				credentials as ICredentialDataDecryptedObject,
				node,
			),
			application: fixture.parameters.application ?? null,
			filters: {},
			watched: this.watched,
		});
	}
}
