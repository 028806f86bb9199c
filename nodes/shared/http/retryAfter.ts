/** An HTTP date; its oldest form, asctime's, is in GMT without saying so (RFC 9110, 5.6.7). */
function readDate(value = ''): number {
	if (!/\d:\d\d:\d\d/.test(value)) return Number.NaN;
	return Date.parse(/:\d\d \d{4}$/.test(value) ? `${value} GMT` : value);
}

/**
 * `Retry-After` in milliseconds, from either of its forms (RFC 9110, 10.2.3). A date counts from the
 * provider's own clock where the answer tells it.
 */
export function readRetryAfter(
	headers: Record<string, string>,
	now: number = Date.now(),
): number | undefined {
	const value = headers['retry-after']?.trim();
	if (!value) return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	const date = readDate(value);
	if (Number.isNaN(date)) return undefined;
	const theirs = readDate(headers.date);
	return Math.max(0, date - (Number.isNaN(theirs) ? now : theirs));
}
