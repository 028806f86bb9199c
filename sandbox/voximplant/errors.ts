import { Refusal } from '../server/reply';

/**
 * The codes that these methods use, in the provider's words.
 * https://docs.voximplant.ai/api-reference/management-api/errors
 */
const WORDS = {
	100: 'Authorization failed',
	101: 'Invalid arguments',
	102: "Missing 'cmd' parameter",
	103: 'Unknown command',
	104: 'Forbidden command',
	107: 'Invalid application name',
	109: 'Exceeded the user number limit per account',
	112: 'The password should be at least 6 characters long',
	115: "The 'account_id' parameter is invalid",
	116: "The 'application_id' parameter is invalid",
	117: "The 'user_id' parameter is invalid",
	118: 'The user name is not unique',
	122: 'The user name should start with a letter or digit and can contain latin characters, digits, hyphen and should be at least 5 characters long',
	134: 'Required parameter is empty',
	157: "The 'user_display_name' parameter is invalid",
	203: "The 'mobile_phone' parameter is invalid",
	212: "The 'user_custom_data' parameter length should be less than 8192",
	218: "The 'acd_queue_id' parameter is invalid",
	222: "The 'skill_id' parameter is invalid",
	224: "The 'excluded_skill_id' parameter is invalid",
	227: "The 'acd_status' parameter is invalid",
	314: 'Concurrent resource limit exceeded',
	340: 'Rate limit exceed',
	393: 'The user is not bound to the application',
	433: 'Invalid key id.',
	434: 'Invalid subuser id.',
	447: 'Invalid token format.',
	454: 'The token TTL exceeds the maximum limit.',
	455: 'Token issued in the future.',
	456: 'The token has expired.',
	458: 'Specify only one of the following parameters: %1$s',
	462: 'New user name should start with a letter or digit and can contain latin characters',
	463: 'Blank password is not allowed. Please specify a new password at least 8 characters long.',
	464: 'Password should be at least 8 characters long and contain uppercase characters (A-Z)',
	498: 'Agent can be assigned up to 5 skills',
	523: 'Password is too weak',
	524: 'Password cannot contain spaces.',
} as const;

export type VoximplantCode = keyof typeof WORDS;

/** The body of a failure, which comes with HTTP 200. */
export const voximplantError = (code: VoximplantCode, detail = ''): unknown => ({
	error: { code, msg: WORDS[code].replace('%1$s', detail) },
});

/** @throws {Refusal} always */
export function refuse(code: VoximplantCode, detail?: string): never {
	throw new Refusal({ status: 200, json: voximplantError(code, detail) });
}
