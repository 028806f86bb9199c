// Removes the folders that it is told of when whoever made them is gone, in whatever way, and programs
// have had the time to end in them (guard.mjs). Where nothing is left, it leaves at once.
'use strict';

// No ES module: that is loaded so late that Node.js has thrown away what was sent until then, where
// whoever sent it is gone.
const { existsSync, rmSync } = require('node:fs');

const patience = 12_000;
const folders = process.argv.slice(2);

process.on('message', (folder) => folders.push(folder));
process.once('disconnect', sweep);
// Ctrl-C reaches everybody in the terminal's group; the channel tells what becomes of it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

function sweep() {
	const until = Date.now() + patience;
	const look = () => {
		const left = folders.filter((folder) => existsSync(folder));
		if (left.length === 0) process.exit(0);
		if (Date.now() < until) return void setTimeout(look, 200);
		for (const folder of left) {
			rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
		}
		process.exit(0);
	};
	look();
}
