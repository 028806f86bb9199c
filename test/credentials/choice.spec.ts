import type { INodeProperties } from 'n8n-workflow';
import { descriptionOf } from '../harness/providers';

const valuesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.map((option) => ('value' in option ? option.value : undefined));

/** n8n's editor hides this field, and asks what it decides in the credential's dialog and list. */
describe.each(['worksection', 'worksectionTrigger'])('the credential of %s', (name) => {
	const { credentials = [], properties } = descriptionOf(name);
	const choices = properties.filter((property) => property.name === 'authentication');

	it('has a type for each way to sign in, which the editor offers by what shows it', () => {
		const shown = credentials.flatMap(({ displayOptions }) => displayOptions?.show?.authentication);
		expect(choices.map(valuesOf)).toEqual([shown]);
	});
});
