import type { ReadError } from '../../nodes/shared/http/connection';
import { defined } from '../../nodes/shared/text/json';

/** What an error reader found, without what the provider left out. */
export const said = (read: ReadError | undefined) => read && defined(read);
