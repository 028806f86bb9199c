import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { UserDirectory } from '../../nodes/UserDirectory/UserDirectory.node';
import { NAMES } from './fixture';

/** Made anew for each test. */
let description: INodeTypeDescription;
let fields: Array<[string, INodeProperties]>;
beforeEach(() => {
	({ description } = new UserDirectory());
	fields = allFields(description.properties);
});

const isShown = (operation: string, field: INodeProperties) =>
	NodeHelpers.displayParameter(
		{ resource: 'person', operation, directories: NAMES, returnAll: false },
		field,
		{ typeVersion: 1 },
		description,
	);

/** Every field, those inside collections too, by where it stands. */
function allFields(fields: INodeProperties[], inside = ''): Array<[string, INodeProperties]> {
	return fields.flatMap((field) => {
		const name = `${inside}${field.name}`;
		const below = /ollection$/.test(field.type) ? (field.options ?? []) : [];
		return [
			[name, field] as [string, INodeProperties],
			...below.flatMap((option) => {
				if ('values' in option) return allFields(option.values, `${name}.${option.name}.`);
				return 'type' in option ? allFields([option], `${name}.`) : [];
			}),
		];
	});
}

/** Name, type, what it is before anybody enters something, and what can be chosen. */
function told([name, { type, default: usual, options = [] }]: [string, INodeProperties]): string {
	const choices = type.endsWith('ptions')
		? options.map((each) => 'value' in each && each.value)
		: [];
	return [name, type, JSON.stringify(usual), ...choices].join(' ');
}

const DIRECTORIES = 'autocalls quo voximplant worksection';
const RUN_OPTIONS = [
	'options.includePhoneNumbers boolean false',
	'options.maxWait number 60',
	`options.prefer options "worksection" ${DIRECTORIES}`,
	'options.retries number 4',
	'options.timeout number 30000',
];
const OF_OPERATION: Record<string, string[]> = {
	getAll: [
		...['returnAll boolean false', 'limit number 50', 'filters collection {}'],
		`filters.inAllOf multiOptions [] ${DIRECTORIES}`,
		`filters.inAnyOf multiOptions [] ${DIRECTORIES}`,
		`filters.notIn multiOptions [] ${DIRECTORIES}`,
		...['filters.onlyAmbiguous boolean true', 'filters.onlyConflicts boolean true'],
		'filters.search string ""',
		...RUN_OPTIONS,
	],
	get: ['email string ""', 'options.ifNotFound options "item" error item', ...RUN_OPTIONS],
	compare: [
		...['rosterEmailField string "email"', 'compareFields fixedCollection {}'],
		`compareFields.pairs.field options "displayName" active createdAt department displayName email familyName givenName id phone photoUrl role team title updatedAt userName`,
		...['compareFields.pairs.rosterField string ""', 'ignore string ""', ...RUN_OPTIONS],
	],
	onboard: [
		...['email string ""', 'firstName string ""', 'lastName string ""'],
		...['autocallsPassword string ""', 'voximplantUserName string ""'],
		...['voximplantPassword string ""', 'worksectionFields collection {}'],
		'worksectionFields.department resourceLocator {"mode":"list","value":""}',
		'worksectionFields.role options "user" guest reader user',
		'worksectionFields.team resourceLocator {"mode":"list","value":""}',
		...['worksectionFields.title string ""', 'dryRun boolean true'],
		...['options.maxPeople number 20', ...RUN_OPTIONS],
	],
	offboard: [
		...['email string ""', 'voximplantAction options "deactivate" deactivate delete'],
		...['dryRun boolean true', 'options.includeAdmins boolean false'],
		...['options.maxPeople number 10', ...RUN_OPTIONS],
	],
};
const OF_EVERY = [
	'resource options "person" person',
	'operation options "getAll" compare get getAll offboard onboard',
	`directories multiOptions [] ${DIRECTORIES}`,
	'worksectionAuthentication options "apiKey" apiKey oAuth2',
	'application resourceLocator {"mode":"list","value":""}',
	...['matching collection {}', 'matching.domainAliases fixedCollection {}'],
	...['matching.domainAliases.pairs.domain string ""'],
	...['matching.domainAliases.pairs.countsAs string ""', 'matching.emailDomain string ""'],
	...['matching.ignoreGmailDots boolean true', 'matching.ignorePlusTags boolean true'],
	'matching.voximplantEmail options "none" userCustomData userDisplayName userNameAndDomain none',
	'options collection {}',
];

describe('the fields', () => {
	it.each(Object.keys(OF_OPERATION))('of %s are those of the interface', (operation) => {
		const shown = description.properties.filter((each) => isShown(operation, each));
		const all = [...OF_EVERY, ...(OF_OPERATION[operation] ?? [])];
		expect(allFields(shown).map(told).sort()).toEqual(all.sort());
	});

	it('are required where nothing works without them', () => {
		const required = fields.filter(([, field]) => field.required).map(([name]) => name);
		const wanted = ['directories', 'email', 'rosterEmailField', 'firstName', 'lastName'];
		expect([...new Set(required)]).toEqual(wanted);
	});

	it('say what they are', () => {
		const described = fields.filter(
			([name, { type }]) =>
				type !== 'collection' && !/^(resource|operation)$|\.pairs\.[dc]o/.test(name),
		);
		for (const [name, { displayName, description: text, type }] of described) {
			const words = type === 'boolean' ? /^Whether to [a-z].{10}/ : /^[A-Z].{14}/;
			expect([name, displayName]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
			expect([name, text]).toEqual([name, expect.stringMatching(words)]);
		}
	});
});
