import { type Incoming, mediaType, Refusal, type Reply } from '../exchange';
import type { Room } from '../host';
import { toJson } from '../json';
import { page, type Paginate } from './pages';
import { ADMIN_KEY, type Holder, Platform } from './platform';
import type { AutocallsUser } from './users';
import * as check from './validation';

export interface AutocallsSettings {
	paginate: Paginate;
	perPage: number;
	/** What the admin has to give away after a reset. */
	adminMinutes: number;
	/** Without `Accept: …json` Laravel answers a 401 with a redirect to its login page (INFERRED). */
	needsAccept: boolean;
}

export const autocallsDefaults: AutocallsSettings = {
	paginate: 'bare',
	perPage: 15,
	adminMinutes: 10000,
	needsAccept: true,
};

type Handler = (request: Incoming) => Reply;

const ONE_USER = {
	user_id: [check.insteadOf('email'), check.integer],
	email: [check.text, check.email],
};

const refuse = (status: number, json: unknown): never => {
	throw new Refusal({ status, json });
};

export class AutocallsRoom implements Room {
	readonly platform = new Platform();
	readonly warnings: string[] = [];
	private readonly routes = new Map<string, Readonly<Partial<Record<string, Handler>>>>([
		['/api/user/me', { GET: (request) => this.me(request) }],
		['/api/white-label/users', { GET: (request) => this.list(request) }],
		['/api/white-label/register', { POST: (request) => this.register(request) }],
		['/api/white-label/transfer', { POST: (request) => this.transfer(request) }],
		['/api/white-label/token', { POST: (request) => this.token(request) }],
	]);

	constructor(
		readonly settings: AutocallsSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.platform.reset(this.users, this.settings.adminMinutes);
	}

	toText(json: unknown): string {
		return toJson(json, 'id');
	}

	failure(status: number): unknown {
		const words: Record<number, string> = { 429: 'Too Many Attempts.', 500: 'Server Error' };
		return { message: words[status] ?? `HTTP ${status}` };
	}

	/** Words of Laravel's own for 404 and 405; these and the 401 are UNCONFIRMED for this host. */
	answer(request: Incoming): Reply {
		const route = this.routes.get(request.path);
		const name = request.path.slice(1);
		if (!route) return refuse(404, { message: `The route ${name} could not be found.` });
		const handler = route[request.method];
		if (handler) return handler(request);
		const allow = Object.keys(route).join(', ');
		const message = `The ${request.method} method is not supported for route ${name}. Supported methods: ${allow}.`;
		return { status: 405, headers: { allow }, json: { message } };
	}

	private me(request: Incoming): Reply {
		const { name, email, balance } = this.holder(request);
		return { status: 200, json: { name, email, total_balance: balance() } };
	}

	private list(request: Incoming): Reply {
		this.admin(request);
		const { paginate, perPage } = this.settings;
		const path = `http://${request.headers.host}${request.path}`;
		return { status: 200, json: page(this.platform.people, request, { paginate, perPage, path }) };
	}

	private register(request: Incoming): Reply {
		const body = this.adminBody(request);
		const unique: check.Rule = (email) =>
			this.platform.byEmail(email) ? 'The email has already been taken.' : undefined;
		check.validate(body, {
			name: [check.required, check.text],
			email: [check.required, check.text, check.email, unique],
			password: [check.required, check.text, check.atLeast(8)],
			timezone: [check.text, check.timezone],
		});
		const user = this.platform.add(String(body.name), String(body.email));
		const { id, name, email } = user;
		const token = this.platform.newKey(user);
		const message = 'Registration successful.';
		return { status: 201, json: { message, user: { id, name, email }, token } };
	}

	private token(request: Incoming): Reply {
		const body = this.adminBody(request);
		check.validate(body, { ...ONE_USER, token_name: [check.text] });
		const user = this.find(body);
		const { id, name, email } = user;
		const token = this.platform.newKey(user);
		const token_name = body.token_name ?? 'api-token';
		const message = 'Token created successfully.';
		return { status: 200, json: { message, user: { id, name, email }, token, token_name } };
	}

	private transfer(request: Incoming): Reply {
		const body = this.adminBody(request);
		check.validate(body, {
			...ONE_USER,
			transfer_type: [check.required, check.oneOf('minutes', 'credits')],
			operation: [check.required, check.oneOf('add', 'remove')],
			amount: [check.required, check.positive],
		});
		const user = this.find(body);
		const { transfer_type: type, operation, amount } = body;
		const signed = operation === 'add' ? Number(amount) : -Number(amount);
		this.platform.move(user, type === 'credits', signed);
		const { id, email, name, minutes_balance, credits_balance } = user;
		return {
			status: 200,
			json: {
				message: 'Transfer completed successfully.',
				transfer: { type, operation, amount },
				user: { id, email, name, minutes_balance, credits_balance },
				your_balance: { minutes: this.platform.minutes },
			},
		};
	}

	private holder(request: Incoming): Holder {
		const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
		const holder = this.platform.holder(key);
		if (holder) return holder;
		const [first = ''] = (request.headers.accept ?? '').split(',');
		if (this.settings.needsAccept && !/[/+]json/.test(first)) {
			throw new Refusal({ status: 302, headers: { location: '/login' }, html: 'Redirecting' });
		}
		return refuse(401, { message: 'Unauthenticated.' });
	}

	private admin(request: Incoming): void {
		this.holder(request);
		if (request.headers.authorization !== `Bearer ${ADMIN_KEY}`) {
			refuse(403, { error: 'You are not a white label admin.' });
		}
	}

	private adminBody(request: Incoming): check.Body {
		this.admin(request);
		// the pages send JSON; what becomes of another media type is UNCONFIRMED
		if (mediaType(request) !== 'application/json') {
			refuse(415, { message: 'The request body must be application/json.' });
		}
		return check.parseBody(request.bodyText);
	}

	private find({ user_id: id, email }: check.Body): AutocallsUser {
		const { platform } = this;
		const user = id === undefined ? platform.byEmail(email) : platform.byId(id);
		// the page lists a 404; its body is UNCONFIRMED
		return user ?? refuse(404, { message: 'User not found.' });
	}
}
