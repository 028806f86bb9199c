import { counted } from '../../../nodes/shared/text/plural';

it.each([
	[0, 'users', '0 users'],
	[1, 'users', '1 user'],
	[1, 'phone numbers', '1 phone number'],
	[2, 'ACD queues', '2 ACD queues'],
])('%d %s', (count, plural, text) => {
	expect(counted(count, plural)).toBe(text);
});
