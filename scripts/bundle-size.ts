import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.ts';

const limitKilobytes = 300;

/** Prints how much JavaScript the built page has, gzipped, and fails when that is more than it may be. */
async function measure(): Promise<number> {
  const folder = join(root, 'out', 'renderer', 'assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
  );
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(
    `Renderer JavaScript: ${kilobytes.toFixed(1)} kB gzipped, of ${limitKilobytes} allowed`,
  );
  return kilobytes <= limitKilobytes ? 0 : 1;
}

process.exitCode = await measure();
