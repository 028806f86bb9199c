import type { Connection, ConnectionChoice } from '../../nodes/shared/http/connection';

/**
 * Without the provider's published rate while the tests of a file run: waiting for it is what most of their
 * time would be. That it is kept is tested by test/providers/rates.spec.ts.
 */
export function withoutRate(connection: Connection | ConnectionChoice): void {
	const all: Connection[] = [
		connection,
		...('authentications' in connection ? Object.values(connection.authentications) : []),
	];
	const rates = all.map(({ rate }) => rate);
	beforeAll(() => all.forEach((each) => void delete each.rate));
	afterAll(() =>
		all.forEach((each, index) => {
			const rate = rates[index];
			if (rate) each.rate = rate;
		}),
	);
}
