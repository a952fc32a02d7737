import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

const read = (...path: string[]) => readFileSync(join(root, 'build', ...path));

test('the icons are drawn from the current icon.svg; if not, run `npm run icons`', () => {
  const hash = createHash('sha256').update(read('icon.svg')).digest('hex');
  expect(read('icon.svg.sha256').toString().trim()).toBe(hash);
});

test('every picture has the size in its name', () => {
  expect(widthOf(read('icon.png'))).toBe(1024);
  for (const name of readdirSync(join(root, 'build', 'icons'))) {
    expect(`${widthOf(read('icons', name))}x${widthOf(read('icons', name))}.png`).toBe(name);
  }
});

test('the Windows icon has the right offset for each size', () => {
  const ico = read('icon.ico');
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
    const entry = ico.subarray(6 + at * 16);
    const start = entry.readUInt32LE(12);
    const png = ico.subarray(start, start + entry.readUInt32LE(8));
    expect(entry.readUInt8(0) || 256).toBe(widthOf(png));
    expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND');
    return widthOf(png);
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('the chunks of the macOS icon add up to its length', () => {
  const icns = read('icon.icns');
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const chunks: [type: string, width: number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    chunks.push([icns.toString('latin1', at, at + 4), widthOf(icns.subarray(at + 8))]);
  }
  expect(chunks).toEqual([
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]);
});

/** Reads the width from the header chunk of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function widthOf(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return png.readUInt32BE(16);
}
