import { showFor } from '../../shared/parameters/fields';
import { agentBindingFields, bindOrUnbindAgent } from './agentBinding';

export const fields = agentBindingFields(showFor('agent', 'unbind'));

export const execute = bindOrUnbindAgent(false);
