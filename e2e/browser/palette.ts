import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels, three or four bytes each. */
interface Picture {
	width: number;
	height: number;
	channels: number;
	pixels: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The same PNG with at most 256 colours, which is what a picture of an editor needs, in a third of the
 * bytes. Reads what Chromium writes: 8 bits, RGB or RGBA, not interlaced.
 * @see https://www.w3.org/TR/png-3/
 */
export function withPalette(png: Buffer): Buffer {
	const picture = read(png);
	const { width, height } = picture;
	const { palette, indices } = quantized(picture);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) {
		indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(typed), 4);
	return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

function read(png: Buffer): Picture {
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const [depth, colour, , , interlaced] = png.subarray(24, 29);
	if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) {
		throw new Error('This PNG is none that Chromium writes.');
	}
	const data: Buffer[] = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		const type = png.toString('latin1', at + 4, at + 8);
		if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	}
	const channels = colour === 2 ? 3 : 4;
	return {
		...{ width, height, channels },
		pixels: unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels),
	};
}

/** Undoes the filter of each row: https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(rows: Buffer, stride: number, step: number): Buffer {
	const height = rows.length / (stride + 1);
	// one more pixel before each row, and one more row before all: zeros, which the filters look at
	const wide = stride + step;
	const all = Buffer.alloc(wide * (height + 1));
	const pixel = (at: number) => all[at] ?? 0;
	for (let y = 0; y < height; y++) {
		const filter = rows[y * (stride + 1)] ?? 0;
		for (let x = 0; x < stride; x++) {
			const at = (y + 1) * wide + step + x;
			const [left, up, corner] = [pixel(at - step), pixel(at - wide), pixel(at - wide - step)];
			const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
			all[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
		}
	}
	const lines = Array.from({ length: height }, (_, y) =>
		all.subarray((y + 1) * wide + step, (y + 2) * wide),
	);
	return Buffer.concat(lines);
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const far = (value: number) => Math.abs(guess - value);
	if (far(left) <= far(up) && far(left) <= far(corner)) return left;
	return far(up) <= far(corner) ? up : corner;
}

type Colour = [number, number, number];

const mostColours = 256;
/** Chosen because there is much of them; the others because nothing near is in the palette. */
const frequent = 160;

function quantized({ pixels, channels, width, height }: Picture) {
	const counts = new Map<number, number>();
	const colours = new Uint32Array(width * height);
	for (let at = 0; at < colours.length; at++) {
		const colour = pixels.readUIntBE(at * channels, 3);
		colours[at] = colour;
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const palette = paletteFor(counts);
	const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestTo(colour, palette)]));
	return {
		palette,
		indices: Buffer.from(Uint8Array.from(colours, (one) => nearest.get(one) ?? 0)),
	};
}

function paletteFor(counts: Map<number, number>): Colour[] {
	const sorted = [...counts].sort(([, one], [, other]) => other - one);
	const palette = sorted.slice(0, frequent).map(([colour]) => split(colour));
	const rest = sorted.slice(frequent).map(([colour, count]) => {
		const own = split(colour);
		return { own, count, far: Math.min(...palette.map((other) => distance(own, other))) };
	});
	while (palette.length < mostColours && rest.some(({ far }) => far > 0)) {
		const weight = (one: (typeof rest)[number]) => one.far * Math.sqrt(one.count);
		const { own } = rest.reduce((best, one) => (weight(one) > weight(best) ? one : best));
		palette.push(own);
		for (const one of rest) one.far = Math.min(one.far, distance(one.own, own));
	}
	return palette;
}

const split = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

const distance = ([r, g, b]: Colour, [red, green, blue]: Colour) =>
	(r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;

function nearestTo(colour: number, palette: Colour[]): number {
	const distances = palette.map((other) => distance(split(colour), other));
	return distances.indexOf(Math.min(...distances));
}
