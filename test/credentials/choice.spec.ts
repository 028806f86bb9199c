import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { descriptionOf } from '../harness/providers';

const valuesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.map((option) => ('value' in option ? option.value : undefined));

/** n8n's editor hides this field, and asks what it decides in the credential's dialog and list. */
describe.each(['worksection', 'worksectionTrigger'])('the credential of %s', (name) => {
	const { credentials = [], properties } = descriptionOf(name);
	const choices = properties.filter((property) => property.name === 'authentication');

	it('has a type for each way to sign in, which the editor offers by what shows it', () => {
		const shown = credentials.flatMap(({ displayOptions }) => displayOptions?.show?.authentication);
		expect(choices.map(valuesOf)).toEqual([shown.filter((value) => typeof value === 'string')]);
	});

	it.each([
		{ parameters: {}, shown: ['worksectionApi'] },
		{ parameters: { authentication: 'apiKey' }, shown: ['worksectionApi'] },
		{ parameters: { authentication: 'oAuth2' }, shown: ['worksectionOAuth2Api'] },
	])('is of the type $shown with $parameters', ({ parameters, shown }) => {
		const isShown = (credential: INodeCredentialDescription): boolean =>
			NodeHelpers.displayParameter(parameters, credential, null, descriptionOf(name));
		expect(credentials.filter(isShown).map((credential) => credential.name)).toEqual(shown);
	});
});
