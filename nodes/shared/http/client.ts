import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { SIGN_AGAIN } from '../auth/signAgain';
import { ProviderError } from '../errors';
import { errorIn } from './answer';
import type { Answer, Call, Connection, Rate } from './connection';
import { bodyOf, encodeQuery } from './encode';
import { exchange } from './exchange';
import type { Helper, OutgoingRequest } from './exchange';
import { finalError } from './finalError';
import { rateLimiterOf } from './rateLimiter';
import type { RateLimiter } from './rateLimiter';
import { redirectOf } from './redirect';
import { decideRetry } from './retry';
import type { Attempts, RetryPolicy } from './retry';
import { Passwords } from './passwords';
import { Secrets } from './secrets';
import { cancellableSleep } from './sleep';

export interface Limits extends RetryPolicy {
	timeoutMs: number;
	/** In place of the published rate; undefined keeps it. */
	requestsPerSecond?: number | undefined;
	/** Ends the request when its result is no longer wanted. */
	signal?: AbortSignal | undefined;
}

/** Turns an answer into what was asked for; undefined where it isn't that. */
export type ReadAnswer<T> = (answer: Answer) => T | undefined;

interface Attempt {
	call: Call;
	write: boolean;
	limits: Limits;
	secrets: Secrets;
	signAgain: boolean;
}

/** A provider's API with one credential: sends requests, reads answers, retries where that is safe. */
export class Client {
	private readonly baseUrl: string;

	private readonly secrets: string[];

	private readonly rateLimiter: () => RateLimiter;

	constructor(
		private readonly helper: Helper,
		private readonly connection: Connection,
		credentials: ICredentialDataDecryptedObject,
	) {
		this.baseUrl = connection.baseUrl(credentials);
		this.secrets = connection.secrets(credentials);
		this.rateLimiter = rateLimiterOf(connection.title, helper.account ?? credentials);
	}

	/** The provider's title. */
	get provider(): string {
		return this.connection.title;
	}

	/** Aborted when the execution is cancelled. */
	get signal(): AbortSignal | undefined {
		return this.helper.signal;
	}

	/** @throws {ProviderError} */
	async read<T>(call: Call, readAnswer: ReadAnswer<T>, limits: Limits): Promise<T> {
		return await this.send({ call, write: false, limits }, readAnswer);
	}

	/** @throws {ProviderError} with `outcomeUnknown` where the write may have been carried out */
	async write<T>(call: Call, readAnswer: ReadAnswer<T>, limits: Limits): Promise<T> {
		return await this.send({ call, write: true, limits }, readAnswer);
	}

	private async send<T>(
		request: Pick<Attempt, 'call' | 'write' | 'limits'>,
		readAnswer: ReadAnswer<T>,
	): Promise<T> {
		const { write, limits } = request;
		const attempts: Attempts = { repeats: 0, waitedMs: 0, signedAgain: false };
		for (;;) {
			const outcome = await this.attempt(
				{ ...request, signAgain: attempts.signedAgain },
				readAnswer,
			);
			if (!(outcome instanceof ProviderError)) return outcome.value;
			const decision = decideRetry({ ...outcome.details, write }, { attempts, policy: limits });
			if ('stop' in decision) {
				const waitTooLong = decision.stop === 'wait-too-long';
				throw finalError(outcome, { write, attempts, policy: limits, waitTooLong });
			}
			if (outcome.kind === 'signatureExpired') attempts.signedAgain = true;
			attempts.repeats += 1;
			attempts.waitedMs += decision.afterMs;
			await cancellableSleep(decision.afterMs, limits.signal ?? this.signal);
		}
	}

	private async attempt<T>(
		request: Omit<Attempt, 'secrets'>,
		readAnswer: ReadAnswer<T>,
	): Promise<{ value: T } | ProviderError> {
		const { call } = request;
		const passwords = new Passwords(call);
		const secrets = new Secrets(this.secrets, this.connection.signature, passwords);
		const answer = await this.follow({ ...request, secrets });
		if (answer instanceof ProviderError) return redacted(answer, secrets);
		const error = errorIn(answer, this.connection, call);
		if (error) return redacted(error, secrets);
		const value = readAnswer(answer);
		if (value !== undefined) return { value };
		return new ProviderError({
			provider: this.provider,
			kind: 'answerLost',
			status: answer.status,
			text: 'the answer does not have the expected form',
		});
	}

	/** One answer at the end of its redirects. */
	private async follow(attempt: Attempt): Promise<Answer | ProviderError> {
		let request = this.requestFor(attempt);
		for (let followed = 0; ; followed++) {
			const answer = await this.sendInTurn(request, attempt);
			if (answer instanceof ProviderError) return answer;
			const { provider } = this;
			const from = request.url;
			const redirect = redirectOf(answer, { provider, from, followed, write: attempt.write });
			if (redirect === undefined) return answer;
			if (redirect instanceof ProviderError) return redirect;
			request = { ...request, url: redirect.url };
		}
	}

	private requestFor({ call, limits, signAgain }: Attempt): OutgoingRequest {
		const { body, type } = bodyOf(call);
		const query = encodeQuery(call.query ?? {});
		return {
			provider: this.provider,
			method: call.method,
			url: `${this.baseUrl}${call.path}${query === '' ? '' : `?${query}`}`,
			headers: {
				...(type === undefined ? {} : { 'Content-Type': type }),
				...(signAgain ? { [SIGN_AGAIN]: '1' } : {}),
			},
			...(body === undefined ? {} : { body }),
			timeoutMs: limits.timeoutMs,
			signal: limits.signal,
		};
	}

	private async sendInTurn(request: OutgoingRequest, { limits, secrets }: Attempt) {
		const rate = rateOf(this.connection, limits);
		const signal = limits.signal ?? this.signal;
		const done = rate ? await this.rateLimiter().turn(rate, signal) : undefined;
		try {
			return await exchange(this.helper, request, secrets);
		} finally {
			done?.();
		}
	}
}

function redacted(error: ProviderError, secrets: Secrets): ProviderError {
	const { text, next, code } = error.details;
	const hide = (words: string | undefined) => (words ? secrets.hideInText(words) : words);
	return error.with({ text: secrets.hideInText(text), next: hide(next), code: hide(code) });
}

function rateOf({ rate }: Connection, { requestsPerSecond }: Limits): Rate | undefined {
	if (requestsPerSecond === undefined) return rate;
	return requestsPerSecond > 0 ? { requests: requestsPerSecond, seconds: 1 } : undefined;
}
