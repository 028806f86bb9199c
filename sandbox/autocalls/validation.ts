import { Refusal } from '../server/reply';

export type Body = Record<string, unknown>;
export type Rule = (value: unknown, field: string, body: Body) => string | undefined;

/** Laravel's name for a field: `user_id` is "user id". */
const label = (field: string): string => field.replace(/_/g, ' ');
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

export const required: Rule = (value, field) =>
	isEmpty(value) ? `The ${label(field)} field is required.` : undefined;

export const text: Rule = (value, field) =>
	isEmpty(value) || typeof value === 'string'
		? undefined
		: `The ${label(field)} field must be a string.`;

export const atLeast =
	(length: number): Rule =>
	(value, field) =>
		typeof value === 'string' && [...value].length < length
			? `The ${label(field)} field must be at least ${length} characters.`
			: undefined;

export const email: Rule = (value, field) =>
	isEmpty(value) || (typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value))
		? undefined
		: `The ${label(field)} field must be a valid email address.`;

/** An id beyond 2^53 arrives as a string of digits: see `parseBody`. */
export const integer: Rule = (value, field) =>
	isEmpty(value) ||
	Number.isSafeInteger(value) ||
	(typeof value === 'string' && /^\d{16,}$/.test(value))
		? undefined
		: `The ${label(field)} field must be an integer.`;

export const positive: Rule = (value, field) => {
	if (isEmpty(value)) return undefined;
	if (typeof value !== 'number') return `The ${label(field)} field must be a number.`;
	return value > 0 ? undefined : `The ${label(field)} field must be greater than 0.`;
};

export const oneOf =
	(...allowed: string[]): Rule =>
	(value, field) =>
		isEmpty(value) || allowed.includes(String(value))
			? undefined
			: `The selected ${label(field)} is invalid.`;

/** Exactly one of the two. That both are refused is UNCONFIRMED: the pages say "one required". */
export const insteadOf =
	(other: string): Rule =>
	(value, field, body) => {
		const present = !isEmpty(value);
		if (present && !isEmpty(body[other])) {
			return `The ${label(field)} field prohibits ${label(other)} from being present.`;
		}
		return present || !isEmpty(body[other])
			? undefined
			: `The ${label(field)} field is required when ${label(other)} is not present.`;
	};

export const timezone: Rule = (value, field) =>
	isEmpty(value) || isTimezone(String(value))
		? undefined
		: `The ${label(field)} field must be a valid timezone.`;

function isTimezone(name: string): boolean {
	if (!/^[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
	} catch {
		return false;
	}
}

/** @throws {Refusal} 422 with every broken rule, as Laravel words it */
export function validate(body: Body, rules: Readonly<Record<string, readonly Rule[]>>): void {
	const errors: Record<string, string[]> = {};
	for (const [field, list] of Object.entries(rules)) {
		const broken = list.map((rule) => rule(body[field], field, body)).filter((line) => line);
		if (broken.length > 0) errors[field] = broken.slice(0, 1) as string[];
	}
	const lines = Object.values(errors).flat();
	if (lines.length === 0) return;
	const more = lines.length - 1;
	const suffix = more === 0 ? '' : ` (and ${more} more error${more === 1 ? '' : 's'})`;
	throw new Refusal({ status: 422, json: { message: `${lines[0]}${suffix}`, errors } });
}

/** The JSON body; a `user_id` that no number can hold becomes its digits. */
export function parseBody(textBody: string): Body {
	try {
		const value: unknown = JSON.parse(
			textBody.replace(/("user_id"\s*:\s*)(\d{16,})(?=\s*[,}])/g, '$1"$2"'),
		);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
	} catch {
		// refused below, as JSON that is not an object
	}
	// UNCONFIRMED: the provider's own words
	throw new Refusal({ status: 400, json: { message: 'The request body is not a JSON object.' } });
}
