import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Directory } from '../shared/directory/directory';
import { isByHand } from './accountRow';

/** The fields that depend on which directories there are. */

export type Directories = readonly Directory[];

export const byName = <T>(entries: readonly T[], nameOf: (entry: T) => string): T[] =>
	[...entries].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));

/** The directories to choose from, in alphabetical order. */
export const directoryChoices = (directories: Directories): INodePropertyOptions[] =>
	byName(
		directories.map(({ provider }) => ({
			name: provider.connection.title,
			value: provider.name,
		})),
		({ name }) => name,
	);

export const directoriesField = (directories: Directories): INodeProperties => ({
	displayName: 'Directories',
	name: 'directories',
	type: 'multiOptions',
	required: true,
	options: directoryChoices(directories),
	default: [],
	description: 'Which directories to look into. Each asks for its own credential.',
});

export const onlyWith = ({ provider }: Directory) => ({ directories: [provider.name] });

/** What chooses the list of a directory: Voximplant's application. */
export const listFields = (directories: Directories): INodeProperties[] =>
	directories
		.flatMap((directory) => directory.fields?.(onlyWith(directory)) ?? [])
		.map(checkedByNode);

/**
 * With an expression in *Directories*, n8n takes the fields of all directories for shown, and refuses to run
 * the node where a required one is empty: what the chosen ones need is checked by the node.
 */
const checkedByNode = ({ required: _, ...field }: INodeProperties): INodeProperties => field;

/** The operation first: at an expression, n8n looks no further. */
const showFor = (directory: Directory, operation: string) => ({
	operation: [operation],
	...onlyWith(directory),
});

/** What each directory needs to create an account. */
export const onboardFields = (directories: Directories): INodeProperties[] =>
	byName(directories, ({ provider }) => provider.name)
		.flatMap((directory) =>
			isByHand(directory.onboard) ? [] : directory.onboard.fields(showFor(directory, 'onboard')),
		)
		.map(checkedByNode);

/** What each directory asks for to take somebody out. */
export const offboardFields = (directories: Directories): INodeProperties[] =>
	byName(directories, ({ provider }) => provider.name)
		.flatMap((directory) =>
			isByHand(directory.offboard)
				? []
				: (directory.offboard.fields?.(showFor(directory, 'offboard')) ?? []),
		)
		.map(checkedByNode);

/** Where directories without a field for e-mail addresses keep them. */
const emailFields = (directories: Directories): INodeProperties[] =>
	directories.flatMap(({ provider, emailSources }) =>
		emailSources
			? [
					{
						displayName: `${provider.connection.title} Email`,
						name: `${provider.name}Email`,
						type: 'options' as const,
						options: [
							...emailSources.map(({ value, name, description }) => ({ value, name, description })),
							{
								name: 'None',
								value: 'none',
								description: 'Users there are not matched with users of other directories',
							},
						],
						default: 'none',
						description: `Where ${provider.connection.title} keeps the e-mail address of a user, as it has no field for it: ${emailSources.map(({ value }) => value).join(', ')}, none`,
					},
				]
			: [],
	);

const domainAliases: INodeProperties = {
	displayName: 'Domain Aliases',
	name: 'domainAliases',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add alias',
	default: {},
	description: 'Domains whose addresses count as addresses of another domain',
	options: [
		{
			displayName: 'Alias',
			name: 'pairs',
			values: [
				{
					displayName: 'Domain',
					name: 'domain',
					type: 'string',
					default: '',
					placeholder: 'e.g. old-name.com',
				},
				{
					displayName: 'Counts As',
					name: 'countsAs',
					type: 'string',
					default: '',
					placeholder: 'e.g. example.com',
				},
			],
		},
	],
};

const emailDomain: INodeProperties = {
	displayName: 'Email Domain',
	name: 'emailDomain',
	type: 'string',
	default: '',
	placeholder: 'e.g. example.com',
	description: 'What follows the @ in addresses that are made from user names',
};

/** How accounts are matched, in alphabetical order. */
export const matchingField = (directories: Directories): INodeProperties => ({
	displayName: 'Matching',
	name: 'matching',
	type: 'collection',
	placeholder: 'Add rule',
	default: {},
	description: 'Accounts with the same e-mail address belong to one person',
	options: byName(
		[
			domainAliases,
			emailDomain,
			{
				displayName: 'Ignore Gmail Dots',
				name: 'ignoreGmailDots',
				type: 'boolean',
				default: true,
				description:
					'Whether to treat nathan.smith@gmail.com and nathansmith@gmail.com as the same address, as Gmail does',
			},
			{
				displayName: 'Ignore Plus Tags',
				name: 'ignorePlusTags',
				type: 'boolean',
				default: true,
				description:
					'Whether to treat nathan+work@example.com and nathan@example.com as the same address',
			},
			...emailFields(directories),
		],
		({ displayName }) => displayName,
	),
});
