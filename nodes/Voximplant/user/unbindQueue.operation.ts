import { showFor } from '../../shared/parameters/fields';
import { bindOrUnbind } from './binding';
import { QUEUE, queueBindingFields } from './queueBinding';

export const fields = queueBindingFields(showFor('user', 'unbindQueue'));

export const execute = bindOrUnbind(QUEUE, false);
