import { parseRecord } from '../server/json';
import { mediaType, type ReceivedRequest } from '../server/request';
import { refuse, type VoximplantCode } from './errors';

/** The parameters of one call, typed where they are read. */
export class Parameters {
	private readonly read = new Set<string>();

	constructor(private readonly given: ReadonlyMap<string, string>) {}

	has(name: string): boolean {
		this.read.add(name);
		return this.given.has(name);
	}

	/** Undefined if it was not sent; 134 if it was sent empty. */
	text(name: string): string | undefined {
		this.read.add(name);
		const value = this.given.get(name);
		return value === '' ? refuse(134) : value;
	}

	/** The same, but an empty text is accepted. */
	anyText(name: string): string | undefined {
		this.read.add(name);
		return this.given.get(name);
	}

	/** The digits of an id: it may be longer than a number can hold. */
	id(name: string, invalid: VoximplantCode = 101): string | undefined {
		const value = this.text(name);
		return value === undefined || /^[1-9]\d*$/.test(value) ? value : refuse(invalid);
	}

	integer(name: string, fallback: number): number {
		const value = this.text(name);
		if (value === undefined) return fallback;
		return /^-?\d{1,15}$/.test(value) ? Number(value) : refuse(101);
	}

	flag(name: string): boolean | undefined;
	flag(name: string, fallback: boolean): boolean;
	flag(name: string, fallback?: boolean): boolean | undefined {
		const value = this.text(name);
		if (value === undefined) return fallback;
		return ['true', 'false'].includes(value) ? value === 'true' : refuse(101);
	}

	/** Joined with semicolons. */
	list(name: string): string[] | undefined {
		return this.text(name)?.split(';');
	}

	/** Which of the names was sent: 458 for more than one, 134 for none. */
	exactlyOne<Name extends string>(...names: Name[]): Name {
		const given = names.filter((name) => this.has(name));
		// UNCONFIRMED that the server says this; the official Python SDK refuses both on its side
		if (given.length > 1) refuse(458, names.join(', '));
		return given[0] ?? refuse(134);
	}

	/** Everything but these, as a text to compare. */
	without(...names: string[]): string {
		return JSON.stringify([...this.given].filter(([name]) => !names.includes(name)));
	}

	/** The parameters that the method did not read. */
	unread(): string[] {
		return [...this.given.keys()].filter((name) => !this.read.has(name));
	}
}

function bodyPairs(request: ReceivedRequest): [string, string][] {
	if (request.bodyText === '') return [];
	if (mediaType(request) === 'application/x-www-form-urlencoded') {
		return [...new URLSearchParams(request.bodyText)];
	}
	// the page's own samples send `{}` as JSON next to a query; parameters in JSON are not documented
	const body = mediaType(request) === 'application/json' && parseRecord(request.bodyText);
	return body && Object.keys(body).length === 0 ? [] : refuse(101);
}

/** From the query or a form; a parameter that is sent twice is refused. */
export function readParameters(request: ReceivedRequest): Map<string, string> {
	const given = new Map<string, string>();
	for (const [name, value] of [...request.query, ...bodyPairs(request)]) {
		if (given.has(name)) refuse(101);
		given.set(name, value);
	}
	return given;
}
