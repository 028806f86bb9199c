import type { Account } from './account';
import type { Parameters } from './parameters';
import type { VoximplantSettings } from './settings';

/** One method of the API: what it answers, and what it changes in the account. */
export type Method = (account: Account, sent: Parameters, settings: VoximplantSettings) => unknown;
