'use strict';

/**
 * What is mutated together, and the folders of `test` that judge it. Shared code is judged by what is
 * said of it alone: the rooms' suites reach all of it, too, but take a hundred times as long.
 */
const room = (name, ...more) => ({
	mutate: ['*.failures.ts', '*.user.ts', '*.provider.ts', 'user.getAll.ts', ...more].map(
		(file) => `nodes/${name}/${file}`,
	),
	tests: [`providers/${name.toLowerCase()}`],
});

module.exports = {
	shared: {
		mutate: [
			'nodes/shared/*.ts',
			// Descriptions of fields: n8n's lint and the package's checks judge them, not behaviour
			'!nodes/shared/fields.ts',
			'!nodes/shared/optionFields.ts',
		],
		tests: ['shared', 'fifthProvider', 'credentials'],
	},
	autocalls: room('Autocalls'),
	quo: room('Quo', 'user.phoneNumbers.ts'),
	voximplant: room('Voximplant', 'user.find.ts', 'user.listing.ts', 'voximplant.application.ts'),
	worksection: room('Worksection'),
};
