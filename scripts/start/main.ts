import { BadInput, help, readOptions } from './options';

async function main(): Promise<boolean> {
	const options = readOptions(process.argv.slice(2));
	switch (options.kind) {
		case 'help':
			console.log(help);
			return true;
		case 'demo':
			return await (await import('./demo')).runDemo(options.users);
		case 'own':
			return await (await import('./ownWorkflow')).runOwnWorkflow(options);
	}
}

main().then(
	(well) => {
		process.exitCode = well ? 0 : 1;
	},
	(error: unknown) => {
		const isBad = error instanceof BadInput;
		console.error(isBad ? error.message : error);
		process.exitCode = isBad ? 2 : 1;
	},
);
