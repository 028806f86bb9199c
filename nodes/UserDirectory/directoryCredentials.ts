import type {
	ICredentialsDisplayOptions,
	IDisplayOptions,
	INodeCredentialDescription,
	INodeProperties,
} from 'n8n-workflow';
import type { Directory } from '../shared/directory/directory';
import type { Connection } from '../shared/http/connection';
import { byName, onlyWith } from './directoryFields';
import type { Directories } from './directoryFields';
import { ownParameter } from './ownParameter';

/**
 * n8n's editor hides a field if the choices of that field alone decide which credential is shown: it takes
 * the field for the choice of an authentication. So this asks what the field doesn't hold.
 * https://github.com/n8n-io/n8n/blob/master/packages/frontend/editor-ui/src/app/utils/nodeTypesUtils.ts
 */
function ifChosen(
	{ provider }: Directory,
	{ show = {}, hide = {} }: IDisplayOptions = {},
): ICredentialsDisplayOptions {
	const options: IDisplayOptions = {
		show: { directories: [{ _cnd: { exists: true } }], ...show },
		hide: { directories: [{ _cnd: { not: provider.name } }], ...hide },
	};
	// Conditions work here as in fields; the type has them for '@version' alone.
	return options as ICredentialsDisplayOptions;
}

const authenticationOf = ({ provider }: Directory): string =>
	ownParameter(provider.name, 'authentication');

/** Each directory asks for its own credential. */
export const directoryCredentials = (directories: Directories): INodeCredentialDescription[] =>
	byName(directories, ({ provider }) => provider.name).flatMap(credentialsOf);

/** The first credential type also counts where nothing was ever chosen. */
function credentialsOf(directory: Directory): INodeCredentialDescription[] {
	const { connection } = directory.provider;
	if (!('authentications' in connection)) {
		return [{ name: connection.credential, required: true, displayOptions: ifChosen(directory) }];
	}
	const field = authenticationOf(directory);
	const [[, first], ...others] = Object.entries(connection.authentications) as Authentications;
	return [
		{
			name: first.credential,
			required: true,
			displayOptions: ifChosen(directory, { hide: { [field]: others.map(([value]) => value) } }),
		},
		...others.map(([value, { credential }]) => ({
			name: credential,
			required: true,
			displayOptions: ifChosen(directory, { show: { [field]: [value] } }),
		})),
	];
}

type Authentications = [[string, Connection], ...Array<[string, Connection]>];

/** How to sign in to a directory that has several credential types. */
export const authenticationFields = (directories: Directories): INodeProperties[] =>
	directories.flatMap((directory) =>
		directory.authentication
			? [
					{
						...directory.authentication,
						displayName: `${directory.provider.connection.title} Authentication`,
						name: authenticationOf(directory),
						displayOptions: { show: onlyWith(directory) },
					},
				]
			: [],
	);
