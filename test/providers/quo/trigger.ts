import type { QuoSandbox } from '../../../sandbox';
import type { TriggerUnderTest } from '../../triggers/trigger';

export const trigger: TriggerUnderTest<QuoSandbox> = {
	name: 'firstName',
	unwatched: ['pictureUrl', 'https://example.com/new.png'],
	added: { filter: 'createdAfter', field: 'createdAt' },
	id: 'id',
	isAskedById: true,
	remembered: ['firstName', 'lastName', 'email', 'role'],
};
