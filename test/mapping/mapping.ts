import type { UserShapes } from '../../nodes/shared/output/shape';

/** A raw field: an example of it, and the unified fields that it alone fills. */
export interface MappedField {
	example: unknown;
	unified?: Record<string, unknown>;
}

/** How a provider's users are mapped: `test/providers/<provider>/mapping.ts` exports one. */
export interface Mapping {
	shapes: UserShapes;
	/** The field that identifies a user. */
	id: string;
	fields: Record<string, MappedField>;
}

export const none = (example: unknown): MappedField => ({ example });

export const to = (example: unknown, unified: Record<string, unknown>): MappedField => ({
	example,
	unified,
});

export const email = (example: string): MappedField =>
	to(example, { email: 'zoe@example.com', userName: 'zoe@example.com' });
