import type { VoximplantUser } from './userRecords';

export const ORDERS = ['user_id', 'user_name', 'user_display_name'] as const;
export type Order = (typeof ORDERS)[number];

type Compare = (left: VoximplantUser, right: VoximplantUser) => number;

function byId({ user_id: left }: VoximplantUser, { user_id: right }: VoximplantUser): number {
	if (typeof left === 'number' && typeof right === 'number') return left - right;
	return BigInt(left) < BigInt(right) ? -1 : 1;
}

function comparing(order: Order): Compare {
	if (order === 'user_id') return byId;
	return (left, right) => {
		if (left[order] === right[order]) return byId(left, right);
		return left[order] < right[order] ? -1 : 1;
	};
}

interface SortedList {
	people: readonly VoximplantUser[];
	keys: readonly unknown[];
	sorted: VoximplantUser[];
}

/** Sorts users, and keeps each sorted list until a user is added, removed or renamed. */
export class UserOrder {
	private readonly last = new Map<Order, SortedList>();

	sort(people: readonly VoximplantUser[], order: Order): readonly VoximplantUser[] {
		const known = this.last.get(order);
		const same = (user: VoximplantUser, index: number) =>
			user === known?.people[index] && user[order] === known.keys[index];
		if (known?.people.length === people.length && people.every(same)) return known.sorted;
		const sorted = [...people].sort(comparing(order));
		this.last.set(order, { people: [...people], keys: people.map((user) => user[order]), sorted });
		return sorted;
	}
}
