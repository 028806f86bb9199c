/** A value that exists, or the test itself is wrong. */
export function defined<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new Error('It is not defined.');
	return value;
}
