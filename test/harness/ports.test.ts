import { freePort, isFree } from './ports';

/** As another process has it, even one whose number leads to the same ports. */
async function anotherFreePort(): Promise<() => Promise<number>> {
	let another = freePort;
	await jest.isolateModulesAsync(async () => {
		({ freePort: another } = await import('./ports'));
	});
	return another;
}

const blockOf = (port: number) => Math.floor(port / 100);

it('ports come out of one block, each once, and nobody listens there', async () => {
	const ports = await Promise.all(Array.from({ length: 40 }, freePort));
	expect(new Set(ports).size).toBe(40);
	expect(new Set(ports.map(blockOf)).size).toBe(1);
	expect(ports.every((port) => port < 30_000 && port % 100 > 0)).toBe(true);
	for (const port of ports) expect(await isFree(port)).toBe(true);
});

it('no two users get ports out of the same block', async () => {
	const users = [freePort, await anotherFreePort(), await anotherFreePort()];
	const ports = await Promise.all(users.map(async (port) => await port()));
	expect(new Set(ports.map(blockOf)).size).toBe(3);
});
