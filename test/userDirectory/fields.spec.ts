import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { UserDirectory } from '../../nodes/UserDirectory/UserDirectory.node';
import { NAMES } from './fixture';

/** Made anew for each test. */
let description: INodeTypeDescription;
let properties: INodeProperties[];
let credentials: NonNullable<INodeTypeDescription['credentials']>;
beforeEach(() => {
	({ description } = new UserDirectory());
	({ properties, credentials = [] } = description);
});

const isShown = (
	parameters: INodeParameters,
	shown: INodeProperties | NonNullable<INodeTypeDescription['credentials']>[number],
) =>
	NodeHelpers.displayParameter(
		{ resource: 'person', operation: 'getAll', ...parameters },
		shown,
		{ typeVersion: 1 },
		description,
	);

const credentialsFor = (directories: string[]) =>
	credentials.filter((each) => isShown({ directories }, each)).map(({ name }) => name);

/**
 * The fields that n8n's editor hides, as it takes them for the choice of a credential: those on which
 * credentials depend by `show`, with a credential for every choice.
 * https://github.com/n8n-io/n8n/blob/master/packages/frontend/editor-ui/src/app/utils/nodeTypesUtils.ts
 */
function takenForTheChoiceOfCredential(): string[] {
	const dependsOn = new Map<string, string[]>();
	for (const { displayOptions } of credentials) {
		for (const [field, values = []] of Object.entries(displayOptions?.show ?? {})) {
			dependsOn.set(field, [...(dependsOn.get(field) ?? []), ...values.map(String)]);
		}
	}
	return properties
		.filter(({ name, options = [] }) => {
			const covered = dependsOn.get(name);
			const choices = options.flatMap((option) => ('value' in option ? [option.value] : []));
			return covered && choices.every((choice) => covered.includes(String(choice)));
		})
		.map(({ name }) => name);
}

describe('the fields of the node', () => {
	it.each(NAMES)('show the credential of %s where that is chosen, alone or with others', (name) => {
		expect(credentialsFor([name])).toEqual([`${name}Api`]);
		const others = NAMES.filter((other) => other !== name);
		expect(credentialsFor(others)).toEqual(others.map((other) => `${other}Api`));
		expect(credentialsFor(NAMES)).toEqual(NAMES.map((each) => `${each}Api`));
	});

	it('ask for the credential of each directory, whichever way it signs in', () => {
		expect(credentials.map(({ name, required }) => [name, required])).toEqual([
			['autocallsApi', true],
			['quoApi', true],
			['voximplantApi', true],
			['worksectionApi', true],
			['worksectionOAuth2Api', true],
		]);
		const shown = (worksectionAuthentication: string) =>
			credentials
				.filter((each) =>
					isShown({ directories: ['worksection'], worksectionAuthentication }, each),
				)
				.map(({ name }) => name);
		expect(shown('apiKey')).toEqual(['worksectionApi']);
		expect(shown('oAuth2')).toEqual(['worksectionOAuth2Api']);
	});

	it('show how to sign in to Worksection with Worksection alone', () => {
		const [field] = properties.filter(({ name }) => name === 'worksectionAuthentication');
		expect(field?.displayName).toBe('Worksection Authentication');
		expect(isShown({ directories: ['quo', 'worksection'] }, field!)).toBe(true);
		expect(isShown({ directories: ['quo'] }, field!)).toBe(false);
	});

	it('show no credential before a directory is chosen', () => {
		expect(credentialsFor([])).toEqual([]);
	});

	it('are not taken for the choice of a credential, which the editor would hide', () => {
		expect(takenForTheChoiceOfCredential()).toEqual([]);
	});

	it('show the application with Voximplant alone', () => {
		const [application] = properties.filter(({ name }) => name === 'application');
		expect(isShown({ directories: ['quo', 'voximplant'] }, application!)).toBe(true);
		expect(isShown({ directories: ['quo'] }, application!)).toBe(false);
		expect(isShown({ directories: [] }, application!)).toBe(false);
	});

	it.each(['getAll', 'get', 'compare', 'onboard', 'offboard'])(
		'of %s begin with the operation and the directories, and end with Matching and Options',
		(operation) => {
			const shown = properties
				.filter((each) => isShown({ operation, directories: NAMES }, each))
				.map(({ name }) => name);
			const first = [
				'resource',
				'operation',
				'directories',
				'worksectionAuthentication',
				'application',
			];
			expect(shown.slice(0, 5)).toEqual(first);
			expect(shown.slice(-2)).toEqual(['matching', 'options']);
			expect(new Set(shown).size).toBe(shown.length);
		},
	);
});
