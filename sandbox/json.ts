/**
 * JSON.stringify, except that under the given keys a string of digits is written as a bare number:
 * ids beyond 2^53, which no JavaScript number can hold.
 *
 * Inside a JSON string every quote has a backslash before it, so that nothing but a member matches.
 */
export function toJson(value: unknown, ...bareKeys: string[]): string {
	const member = new RegExp(`"(${bareKeys.join('|')})":"(-?\\d+)"`, 'g');
	return JSON.stringify(value).replace(member, '"$1":$2');
}
