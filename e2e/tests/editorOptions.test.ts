import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePort, isFree } from '../../test/harness/ports';
import { portFor, readOptions } from '../editorOptions';

/** What `npm run editor` is told, and where its n8n listens then. */

describe('the options', () => {
	it.each([
		[[], { users: 120 }],
		[['--port', '5679'], { users: 120, port: 5679 }],
		[['--users', '0', '--port', '65535'], { users: 0, port: 65_535 }],
		[['--help'], undefined],
	])('%j are understood', (args, expected) => {
		expect(readOptions(args)).toEqual(expected);
	});

	it.each(['0', '65536', '', '-1', '80a', '1e3', '80.5'])('refuse --port=%s', (text) => {
		expect(() => readOptions([`--port=${text}`])).toThrow(
			`--port takes a whole number from 1 to 65535, not "${text}".`,
		);
	});

	it('refuse more users than a sandbox takes', () => {
		expect(() => readOptions(['--users', '100001'])).toThrow(
			'--users takes a whole number from 0 to 100000, not "100001".',
		);
	});

	it('refuse what they do not know', () => {
		expect(() => readOptions(['--prot', '80'])).toThrow("Unknown option '--prot'");
	});
});

describe('a port', () => {
	let other: Server;
	let taken: number;
	beforeAll(async () => {
		other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		taken = (other.address() as AddressInfo).port;
	});
	afterAll(() => other.close());

	it('that was asked for is used', async () => {
		const port = await freePort();
		expect(await portFor(port)).toEqual({ port });
	});

	it('that was asked for and is taken is refused', async () => {
		await expect(portFor(taken)).rejects.toThrow(`Port ${taken} is taken`);
	});

	it('that is the usual one is used', async () => {
		const usual = await freePort();
		expect(await portFor(undefined, usual)).toEqual({ port: usual });
	});

	it('that is the usual one and is taken gives way to another, and that is said', async () => {
		const { port, remark } = await portFor(undefined, taken);
		expect(port).not.toBe(taken);
		expect(await isFree(port)).toBe(true);
		expect(remark).toBe(`Port ${taken} is taken, so n8n will be at port ${port}.`);
	});
});
