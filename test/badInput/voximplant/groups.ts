import type { OperationName } from '../fields';

const CHANGES = ['create', 'update', 'delete'];

/** Three test files of even length, so that two run side by side. */
const groupOf = ({ resource, operation }: OperationName) => {
	if (resource === 'user' && CHANGES.includes(operation)) return 'changes';
	return /^(un)?bind/.test(operation) ? 'bindings' : 'others';
};

export const inGroup = (group: ReturnType<typeof groupOf>) => (operation: OperationName) =>
	groupOf(operation) === group;
