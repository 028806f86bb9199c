import { InputError } from '../../shared/errors';
import type { NodeForm } from '../../shared/picker/nodeForm';
import { applicationNamed } from './application';
import type { Application } from './application';

/**
 * The application whose records a picker shows.
 *
 * @param what the records, in the plural
 * @throws {InputError} where none is chosen yet
 */
export function applicationOf(form: NodeForm, what: string): Application {
	const locator = form.locator('application', 'Application');
	if (locator) return applicationNamed(locator);
	throw new InputError(
		`Choose an 'Application' first: the list shows the ${what} of one application.`,
	);
}
