import { showFor } from '../../shared/parameters/fields';
import { agentBindingFields, bindOrUnbindAgent } from './agentBinding';

export const fields = agentBindingFields(showFor('agent', 'bind'));

export const execute = bindOrUnbindAgent(true);
