import { InputError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Newcomer, Onboarding } from '../../shared/directory/directory';
import { madeAccount } from '../../shared/directory/madeAccount';
import { passwordIn, plainTextIn, quoted } from '../../shared/parameters/values';
import { foldEmail } from '../../shared/text/fold';
import { applicationIn } from '../application/application';
import { execute } from './create.operation';
import { PASSWORD_RULES, userPassword } from './editableFields';
import { CUSTOM_DATA, DISPLAY_NAME, NAME_AND_DOMAIN } from './emailSources';

const USER_NAME = 'Voximplant User Name';
const PASSWORD = 'Voximplant Password';

/** A new user by *Create*, with the address where the node looks for it later. */
export const onboardVoximplant: Onboarding = {
	fields: (show) => [
		{
			displayName: USER_NAME,
			name: 'voximplantUserName',
			type: 'string',
			required: true,
			displayOptions: { show },
			placeholder: 'e.g. nathan',
			default: '',
			description:
				'Name to log in with: 3 to 50 lower case letters, digits, - or _, starting with a letter or digit',
		},
		{
			...userPassword,
			displayName: PASSWORD,
			name: 'voximplantPassword',
			required: true,
			displayOptions: { show },
		},
	],
	prepare(item, newcomer) {
		const userName = userNameIn(item);
		const userPasswordEntered = strongPasswordIn(item);
		applicationIn(item);
		refuseOtherAddress(userName, newcomer);
		const create = item.with({
			...{ userName, userPassword: userPasswordEntered, output: 'simplified' },
			...namesFor(newcomer),
			options: { ...item.options, ifUserExists: 'returnExisting' },
		});
		return {
			done: 'created',
			userName,
			create: async () => await newUser(create),
		};
	},
};

/**
 * What Voximplant is known to refuse is refused before another directory gets the person:
 * https://docs.voximplant.ai/api-reference/management-api/reference/users/add-user
 */
function userNameIn(item: Item): string {
	const userName = plainTextIn(item.parameter('voximplantUserName'), USER_NAME);
	if (USER_NAME_FORMAT.test(userName)) return userName;
	throw new InputError(
		`${quoted(userName)} is no user name for Voximplant.`,
		`In '${USER_NAME}', use 3 to 50 lower case letters, digits, - or _, starting with a letter or digit.`,
	);
}

const USER_NAME_FORMAT = /^[a-z0-9][a-z0-9_-]{2,49}$/;

function strongPasswordIn(item: Item): string {
	const password = passwordIn(item.parameter('voximplantPassword'), PASSWORD, PASSWORD_RULES);
	if (KINDS.every((kind) => kind.test(password)) && !/\s/.test(password)) return password;
	throw new InputError(`'${PASSWORD}' is too weak for Voximplant.`, PASSWORD_RULES.next);
}

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u];

/** Whoever took the name since the list was read is somebody else. */
async function newUser(create: Item) {
	const made = await madeAccount(execute, create, 'created');
	return { ...made, isOther: made.existed };
}

/** The display name, and the address where it is kept. */
function namesFor({ email, firstName, lastName, keptIn }: Newcomer) {
	const name = `${firstName} ${lastName}`;
	return {
		userDisplayName: keptIn?.source.value === DISPLAY_NAME ? email : name,
		additionalFields: keptIn?.source.value === CUSTOM_DATA ? { userCustomData: email } : {},
	};
}

/** @throws {InputError} where nobody would find the new user by the address */
function refuseOtherAddress(userName: string, { email, keptIn }: Newcomer): void {
	if (keptIn?.source.value !== NAME_AND_DOMAIN) return;
	const address = `${userName}@${keptIn.domain}`;
	if (foldEmail(address) === foldEmail(email)) return;
	throw new InputError(
		`With '${USER_NAME}' and 'Email Domain' the address would be '${address}', not '${email}'.`,
		`Change '${USER_NAME}', or choose another 'Voximplant Email' under 'Matching'.`,
	);
}
