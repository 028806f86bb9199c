import { showFor } from '../../shared/parameters/fields';
import { bindOrUnbind } from './binding';
import { SKILL, skillBindingFields } from './skillBinding';

export const fields = skillBindingFields(showFor('user', 'bindSkill'));

export const execute = bindOrUnbind(SKILL, true);
