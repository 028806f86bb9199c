import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { bodyOf, encodeQuery } from './encode';
import { ProviderFault } from './fault';
import { paceOf } from './pace';
import type { Pace } from './pace';
import { pause } from './pause';
import type { Answer, Call, Provider, Rate } from './provider';
import { named } from './read';
import { redactText } from './redact';
import { redirectOf } from './redirect';
import { decide } from './retry';
import type { Policy, Tally } from './retry';
import { seconds } from './seconds';
import { SIGN_AFRESH } from './signAfresh';
import { exchange } from './transport';
import type { Host, Outbound } from './transport';
import { causeOf, lossTrouble, troubleOf } from './trouble';
import type { Trouble } from './trouble';

export interface Limits extends Policy {
	timeoutMs: number;
	/** In place of the published rate; undefined keeps it. */
	requestsPerSecond?: number | undefined;
	/** Ends the request when its result is no longer wanted. */
	signal?: AbortSignal | undefined;
}

/** A write that ended so may have been carried out. */
const IN_DOUBT: ReadonlySet<string> = new Set(['broken', 'unsettled']);

const LATER = 'Try again later. If it stays so, ask the provider whether its API is well.';

/** What to do where neither the provider's room nor the way of the failure says more. */
const NEXT_BY_KIND: Partial<Record<string, string>> = {
	broken: LATER,
	unsettled: LATER,
	unreached: 'Try again later.',
	busy: "Run again in a moment, or set 'Requests per Second' under Options.",
	later: "Run again in a moment, or set 'Requests per Second' under Options.",
	refused: 'Check the values of this operation.',
};

/** n8n may act on a cause by itself: nothing that may have been carried out has one. */
const causeWithout = (doubt: boolean, trouble: Trouble) => (doubt ? undefined : causeOf(trouble));

const CANCELLED_NEXT =
	'Whether the change was carried out is unknown: check before you run this again.';

/** Turns an answer into what was asked for; undefined where it isn't that. */
export type Reader<T> = (answer: Answer) => T | undefined;

/** One provider with one credential, opened once per run: sends, judges once, repeats where allowed. */
export class Client {
	private readonly baseUrl: string;

	private readonly secrets: Set<string>;

	private readonly pace: () => Pace;

	constructor(
		private readonly host: Host,
		private readonly provider: Provider,
		credentials: ICredentialDataDecryptedObject,
	) {
		this.baseUrl = provider.baseUrl(credentials);
		this.secrets = new Set(provider.secrets(credentials));
		this.pace = paceOf(provider.title, credentials);
	}

	async read<T>(call: Call, reader: Reader<T>, limits: Limits): Promise<T> {
		return await this.send({ call, write: false }, reader, limits);
	}

	/** @throws {ProviderFault} with `doubt` where the write may or may not have been carried out */
	async write<T>(call: Call, reader: Reader<T>, limits: Limits): Promise<T> {
		return await this.send({ call, write: true }, reader, limits);
	}

	private async send<T>(
		{ call, write }: { call: Call; write: boolean },
		reader: Reader<T>,
		limits: Limits,
	): Promise<T> {
		const tally: Tally = { repeats: 0, waitedMs: 0, signedAfresh: false };
		for (;;) {
			const outcome = await this.attempt({ call, write, sign: tally.signedAfresh }, reader, limits);
			if ('value' in outcome) return outcome.value;
			const trouble = outcome;
			const verdict = decide({ ...trouble, write }, { tally, policy: limits });
			if (!verdict.again) throw this.fault({ trouble, write, why: verdict.why }, tally, limits);
			if (trouble.kind === 'unsigned') tally.signedAfresh = true;
			tally.repeats += 1;
			tally.waitedMs += verdict.afterMs;
			await pause(verdict.afterMs, limits.signal ?? this.host.signal);
		}
	}

	private async attempt<T>(
		ask: { call: Call; write: boolean; sign: boolean },
		reader: Reader<T>,
		limits: Limits,
	): Promise<{ value: T } | Trouble> {
		const secrets = new Set([...this.secrets, ...(ask.call.secrets ?? [])]);
		const outbound = this.outbound(ask.call, ask.sign, limits);
		const outcome = await this.follow(outbound, { secrets, limits, write: ask.write });
		if ('kind' in outcome) return redacted(outcome, secrets);
		const trouble = troubleOf(outcome, this.provider);
		if (trouble) return redacted(trouble, secrets);
		const value = reader(outcome);
		if (value !== undefined) return { value };
		return { kind: 'broken', text: 'the answer is not what was asked for', status: outcome.status };
	}

	private outbound(call: Call, sign: boolean, limits: Limits): Outbound {
		const { body, type } = bodyOf(call);
		const query = encodeQuery(call.query ?? {});
		return {
			method: call.method,
			url: `${this.baseUrl}${call.path}${query === '' ? '' : `?${query}`}`,
			headers: {
				...(type === undefined ? {} : { 'Content-Type': type }),
				...(sign ? { [SIGN_AFRESH]: '1' } : {}),
			},
			...(body === undefined ? {} : { body }),
			timeoutMs: limits.timeoutMs,
			signal: limits.signal,
		};
	}

	/** One answer at the end of its redirects. */
	private async follow(
		outbound: Outbound,
		{ secrets, limits, write }: { secrets: Set<string>; limits: Limits; write: boolean },
	): Promise<Answer | Trouble> {
		let next = outbound;
		for (let hops = 0; ; hops++) {
			const answer = await this.paced(next, secrets, limits);
			if ('lost' in answer) return lossTrouble(answer);
			const redirect = redirectOf(answer, { from: next.url, hops, write });
			if (redirect === undefined) return answer;
			if ('kind' in redirect) return redirect;
			next = { ...next, url: redirect.url };
		}
	}

	private async paced(outbound: Outbound, secrets: Set<string>, limits: Limits) {
		const rate = rateOf(this.provider, limits);
		const signal = limits.signal ?? this.host.signal;
		const done = rate ? await this.pace().turn(rate, signal) : undefined;
		try {
			return await exchange(this.host, outbound, secrets);
		} finally {
			done?.();
		}
	}

	private fault(
		{ trouble, write, why }: { trouble: Trouble; write: boolean; why: string },
		tally: Tally,
		limits: Limits,
	): ProviderFault {
		const { kind, text, ...rest } = trouble;
		const doubt = write && IN_DOUBT.has(kind);
		const tries = tally.repeats > 0 ? `, after ${tally.repeats + 1} tries` : '';
		const left = (limits.maxWaitMs - tally.waitedMs) / 1000;
		const asked = Math.ceil((trouble.retryAfterMs ?? 0) / 1000);
		const tooLong =
			why === 'wait-too-long'
				? {
						next: `It asks to wait ${seconds(asked)}, and of the ${seconds(limits.maxWaitMs / 1000)} that 'Max Wait' allows, ${left} are left: run again after that time, or raise 'Max Wait' under Options.`,
					}
				: {};
		return new ProviderFault({
			...named('next', write && kind === 'cancelled' ? CANCELLED_NEXT : NEXT_BY_KIND[kind]),
			...rest,
			...tooLong,
			provider: this.provider.title,
			text: `${text.replace(/[.\s]+$/, '')}${tries}`,
			doubt,
			...named('cause', causeWithout(doubt, trouble)),
		});
	}
}

function redacted(trouble: Trouble, secrets: Set<string>): Trouble {
	const known = [...secrets];
	return {
		...trouble,
		text: redactText(trouble.text, known),
		...(trouble.next === undefined ? {} : { next: redactText(trouble.next, known) }),
		...(trouble.code === undefined ? {} : { code: redactText(trouble.code, known) }),
	};
}

function rateOf(provider: Provider, { requestsPerSecond }: Limits): Rate | undefined {
	if (requestsPerSecond === undefined) return provider.rate;
	return requestsPerSecond > 0 ? { requests: requestsPerSecond, seconds: 1 } : undefined;
}
