import displayWidth from 'string-width';
import { table } from '../../scripts/start/table';

describe('the printed table', () => {
	it('shows the first rows and counts the others', () => {
		const rows = [1, 2, 3].map((id) => ({ id, name: id === 2 ? null : `N ${id}` }));
		expect(table(rows, { rows: 2, width: 80 })).toBe(
			[
				'┌────┬──────┐',
				'│ id │ name │',
				'├────┼──────┤',
				'│ 1  │ N 1  │',
				'│ 2  │ –    │',
				'└────┴──────┘',
				'… and 1 more',
			].join('\n'),
		);
	});

	it('names the columns that do not fit', () => {
		const row = { first: 'a'.repeat(20), second: 'b'.repeat(20), third: 'c' };
		const text = table([row], { rows: 1, width: 30 });
		expect(text).toContain('not shown: second, third');
		expect(text).not.toContain('b');
	});

	it('keeps its lines straight around wide and combining characters', () => {
		const names = ['明', 'さくら', 'Zoe\u0308', 'محمد', 'x'.repeat(60), '明'.repeat(40)];
		const lines = table(
			names.map((name) => ({ name })),
			{ rows: 10, width: 80 },
		).split('\n');
		expect(new Set(lines.map(displayWidth)).size).toBe(1);
	});

	it('hides secrets and shows objects as JSON', () => {
		const text = table([{ token: '1|secret', roles: ['a', 'b'] }], { rows: 1, width: 80 });
		expect(text).not.toContain('secret');
		expect(text).toContain('["a","b"]');
	});
});
