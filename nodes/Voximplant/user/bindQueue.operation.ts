import { showFor } from '../../shared/parameters/fields';
import { bindOrUnbind } from './binding';
import { QUEUE, queueBindingFields } from './queueBinding';

export const fields = queueBindingFields(showFor('user', 'bindQueue'));

export const execute = bindOrUnbind(QUEUE, true);
