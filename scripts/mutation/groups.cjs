'use strict';

/**
 * What is mutated together, and the folders of `test` that judge it. Shared code is judged by what is
 * said of it alone: the rooms' suites reach all of it, too, but take a hundred times as long.
 */
const room = (name, ...more) => ({
	room: name,
	mutate: ['*.failures.ts', '*.user.ts', '*.provider.ts', 'user.getAll.ts', ...more].map(
		(file) => `nodes/${name}/${file}`,
	),
	tests: [`providers/${name.toLowerCase()}`],
});

/** Judged by what is chosen from a list, as n8n asks for it. */
const PICKING = ['pick', 'entries', 'form', 'found', 'host'].map(
	(name) => `nodes/shared/${name}.ts`,
);

module.exports = {
	shared: {
		mutate: [
			'nodes/shared/*.ts',
			// Descriptions of fields: n8n's lint and the package's checks judge them, not behaviour
			'!nodes/shared/fields.ts',
			'!nodes/shared/optionFields.ts',
			...PICKING.map((file) => `!${file}`),
		],
		tests: ['shared', 'fifthProvider', 'credentials'],
	},
	pickers: { mutate: PICKING, tests: ['pickers'] },
	autocalls: room('Autocalls'),
	quo: room('Quo', 'quo.phoneNumber.ts', 'phoneNumber.getAll.ts', 'user.phoneNumbers.ts'),
	voximplant: room(
		'Voximplant',
		'*.getAll.ts',
		'user.find.ts',
		'user.listing.ts',
		'voximplant.application.ts',
		'voximplant.filters.ts',
		'voximplant.list.ts',
	),
	worksection: room('Worksection', '*.getAll.ts', 'worksection.list.ts'),
};
