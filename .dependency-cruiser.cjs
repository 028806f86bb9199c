'use strict';

// Who may import whom, type imports included. https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md

/** The engine from the ground up: each layer imports only those before it. */
const layers = [
	'text',
	'errors.ts',
	'auth',
	'http',
	'paging',
	'parameters',
	'output',
	'execution',
	'operations',
	'picker',
	'trigger',
	'directory',
];

const inShared = (names) =>
	`^nodes/shared/(${names.map((name) => name.replace('.', '[.]')).join('|')})(/|$)`;

const layerRules = layers.slice(0, -1).map((layer, index) => ({
	name: `layer-${layer.replace('.ts', '')}`,
	comment: `nodes/shared/${layer} imports only the layers before it.`,
	severity: 'error',
	from: { path: inShared([layer]) },
	to: { path: inShared(layers.slice(index + 1)) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...layerRules,
		{
			name: 'no-cycle',
			comment: 'No file imports itself through others.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { circular: true },
		},
		{
			name: 'shared-knows-no-provider',
			comment: 'nodes/shared imports nothing of a provider.',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(?!shared/)' },
		},
		{
			name: 'provider-imports-no-other',
			comment: 'A provider imports nodes/shared, never another provider.',
			severity: 'error',
			from: {
				path: '^nodes/(?!shared/)([^/]+)/',
				pathNot: '^nodes/UserDirectory/directories[.]ts$',
			},
			to: { path: '^nodes/', pathNot: '^nodes/(shared|$1)/' },
		},
		{
			name: 'credential-imports-auth-only',
			comment:
				"A credential imports a provider's *.auth and nodes/shared/auth, nothing else of nodes/.",
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^nodes/', pathNot: '[.]auth[.]ts$|^nodes/shared/auth/' },
		},
		{
			name: 'node-imports-no-credential',
			comment: 'Nothing in nodes/ imports a credential.',
			severity: 'error',
			from: { path: '^nodes/' },
			to: { path: '^credentials/' },
		},
		{
			name: 'shipped-imports-shipped',
			comment: 'What ships imports nothing that stays here.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|test|scripts|e2e|bench)/' },
		},
		{
			name: 'sandbox-stands-alone',
			comment: 'A sandbox checks the nodes with code of its own.',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(nodes|credentials)/' },
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|[.]stryker)/' },
	},
};
