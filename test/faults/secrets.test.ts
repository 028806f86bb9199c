import { startQuo } from '../../sandbox';
import { runNode, type NodeRun } from '../harness';
import { leaks } from './secrets';

const KEY = 'q7Zr2VtN5mWc+8XbK1pYd4HsJ6gLf9TeA';
const none = { secrets: [KEY], log: [] };

let run: NodeRun;
beforeAll(async () => {
	const sandbox = await startQuo();
	sandbox.faults.always({ kind: 'status', status: 400 });
	run = await runNode({
		node: 'quo',
		credentials: { quoApi: sandbox.credentials },
		parameters: { resource: 'user', operation: 'getAll' },
	});
	await sandbox.close();
});

/** The same run with an error that says something more. */
const leaking = (changes: object): NodeRun =>
	Object.assign(Object.create(run) as NodeRun, {
		error: Object.assign(new Error('Quo: no.'), changes),
	});

it('finds nothing where there is nothing', () => {
	expect(run.error).toBeDefined();
	expect(leaks(run, none)).toEqual([]);
});

it.each<[string, object]>([
	['message', { message: `the key ${KEY}` }],
	['message', { message: `half of it: ${KEY.slice(3, 25)}` }],
	['message', { message: `in a URL: ${encodeURIComponent(KEY)}` }],
	['stack', { stack: `at ${KEY}` }],
	['description', { description: `the key ${KEY}` }],
	['cause', { cause: new Error('inner', { cause: { config: { headers: { a: KEY } } } }) }],
	['context', { context: { request: { headers: [KEY] } } }],
	['messages', { messages: [KEY] }],
	['message', { message: 'Bearer 17|0123456789abcdef' }],
	['message', { message: '-----BEGIN PRIVATE KEY-----' }],
	['message', { message: 'eyJhbGciOiJSUzI1NiJ9.e30' }],
	['message', { message: 'action=get_users&hash=0123456789abcdef' }],
])('finds a secret in the %s of an error', (place, changes) => {
	expect(leaks(leaking(changes), none).join()).toContain(` in ${place}: `);
});

it('finds what a request was signed with', () => {
	const message = 'Worksection: 1700000000_6f8db599de986fab7a21625b7916589c';
	const headers = { authorization: 'Admin 1700000000_6f8db599de986fab7a21625b7916589c' };
	const request = { at: 0, method: 'GET', path: '/', query: {}, bodyText: '', status: 200 };
	const log = [{ ...request, rawQuery: '', headers }];
	expect(leaks(leaking({ message }), { secrets: [], log }).join()).toContain(' in message: ');
});
