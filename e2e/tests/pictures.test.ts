import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { withPalette } from '../browser/palette';
import { npmScript } from '../harness/npm';
import { projectFolder } from '../harness/places';

const folder = path.join(projectFolder, 'docs', 'images');
const pictures = readdirSync(folder);

describe('the pictures of the README', () => {
	it('are those that are there', () => {
		const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');
		const shown = [...readme.matchAll(/!\[[^\]]+\]\(docs\/images\/([^)]+)\)/g)].map(
			([, name]) => name,
		);
		expect(shown.sort()).toEqual(pictures.sort());
	});

	it.each(pictures)('%s is light', (name) => {
		expect(readFileSync(path.join(folder, name)).length).toBeLessThan(60 * 1024);
	});

	it('are no part of the package', () => {
		const pack = [npmScript(), 'pack', '--dry-run', '--json', '--ignore-scripts'];
		const json = execFileSync(process.execPath, pack, { cwd: projectFolder, encoding: 'utf8' });
		const [{ files }] = JSON.parse(json) as [{ files: Array<{ path: string }> }];
		expect(files.length).toBeGreaterThan(0);
		expect(files.filter((file) => file.path.endsWith('.png'))).toEqual([]);
	});
});

describe('a picture with a palette', () => {
	const [width, height] = [9, 10];
	const colour = (x: number, y: number) => [x * 20, y * 25, (x * y) % 3];
	const rows = Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (__, x) => colour(x, y)).flat(),
	);

	/** As Chromium might: each row by another of PNG's five filters. */
	function filtered(row: number[], y: number): number[] {
		const at = (x: number, of: number) => (of < 0 || x < 0 ? 0 : (rows[of]?.[x] ?? 0));
		const guesses = (x: number) => {
			const [left, up, corner] = [at(x - 3, y), at(x, y - 1), at(x - 3, y - 1)];
			const base = left + up - corner;
			const nearest = [left, up, corner].reduce((best, one) =>
				Math.abs(base - one) < Math.abs(base - best) ? one : best,
			);
			return [0, left, up, Math.floor((left + up) / 2), nearest];
		};
		return [y % 5, ...row.map((value, x) => (value - (guesses(x)[y % 5] ?? 0)) & 255)];
	}

	const chunk = (type: string, data: Buffer) => {
		const typed = Buffer.concat([Buffer.from(type), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(typed));
		return Buffer.concat([length, typed, sum]);
	};

	function chunks(png: Buffer): Map<string, Buffer> {
		const found = new Map<string, Buffer>();
		for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
			const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
			found.set(png.toString('latin1', at + 4, at + 8), data);
		}
		return found;
	}

	it('has the same pixels where there are no more colours than it can hold', () => {
		const header = Buffer.alloc(13);
		header.writeUInt32BE(width, 0);
		header.writeUInt32BE(height, 4);
		header.set([8, 2, 0, 0, 0], 8);
		const png = Buffer.concat([
			Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
			chunk('IHDR', header),
			chunk('IDAT', deflateSync(Buffer.from(rows.flatMap(filtered)))),
			chunk('IEND', Buffer.alloc(0)),
		]);
		const made = chunks(withPalette(png));
		const palette = made.get('PLTE') ?? Buffer.alloc(0);
		const indices = [...inflateSync(made.get('IDAT') ?? Buffer.alloc(0))];
		const pixels = rows.map((_, y) =>
			indices
				.slice(y * (width + 1) + 1, (y + 1) * (width + 1))
				.flatMap((index) => [...palette.subarray(index * 3, index * 3 + 3)]),
		);
		expect(pixels).toEqual(rows);
	});
});
