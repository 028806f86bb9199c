import { chosenConnection } from '../../../nodes/shared/execution/chosenConnection';
import { plainConnection } from '../fakeItem';

const other = { ...plainConnection, credential: 'otherApi' };
const offered = {
	...plainConnection,
	authentications: { apiKey: plainConnection, oAuth2: other },
};

describe('the connection that was chosen', () => {
	it('is the only one that there is', () => {
		expect(chosenConnection(plainConnection, () => 'oAuth2')).toBe(plainConnection);
	});

	it.each([undefined, null])('is the first where %p was chosen', (chosen) => {
		expect(chosenConnection(offered, () => chosen)).toBe(plainConnection);
	});

	it('is the one with that name, in any case', () => {
		expect(chosenConnection(offered, () => 'oAuth2')).toBe(other);
		expect(chosenConnection(offered, () => ' OAUTH2 ')).toBe(other);
	});

	it('is none where there is none with that name', () => {
		expect(() => chosenConnection(offered, () => 'basic')).toThrow(
			"'Authentication' must be one of apiKey, oAuth2, not 'basic'.",
		);
	});
});
