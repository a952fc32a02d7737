import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { root } from './run.ts';

const firstScreenLimitKilobytes = 250;

const folder = join(root, 'out', 'renderer');

/** The chunks of the build, each with its imports: https://vite.dev/guide/backend-integration */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

/**
 * Prints the size of the built JavaScript, gzipped: what the first screen loads, and each chunk that loads later.
 *
 * @returns the exit code: 1 if the first screen loads more than allowed.
 */
async function measure(): Promise<number> {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8');
  const manifest = manifestSchema.parse(JSON.parse(text));
  const first = firstScreen(manifest, await readFile(join(folder, 'index.html'), 'utf8'));
  const later = Object.keys(manifest).filter((name) => !first.has(name));
  const firstKilobytes = await kilobytesOf(manifest, first);
  console.log(
    `Renderer JavaScript, gzipped: first screen ${firstKilobytes.toFixed(1)} kB, of ${firstScreenLimitKilobytes} allowed`,
  );
  for (const name of later) {
    const kilobytes = await kilobytesOf(manifest, [name]);
    if (kilobytes > 0) console.log(`  later: ${kilobytes.toFixed(1)} kB ${name}`);
  }
  return firstKilobytes <= firstScreenLimitKilobytes ? 0 : 1;
}

/** Returns the chunks that the page names and starts, the texts of one language, and all that they import statically. */
function firstScreen(manifest: Manifest, page: string): Set<string> {
  const isTexts = (name: string) => name.includes('/locales/');
  const names = new Set(
    Object.entries(manifest).flatMap(([name, { file, dynamicImports }]) => {
      if (page.includes(file)) return [name, ...dynamicImports.filter((each) => !isTexts(each))];
      return name.endsWith('/locales/vi/first-screen/index.ts') ? [name] : [];
    }),
  );
  // The loop also visits the names that it adds.
  for (const name of names)
    for (const imported of manifest[name]?.imports ?? []) names.add(imported);
  return names;
}

async function kilobytesOf(manifest: Manifest, names: Iterable<string>): Promise<number> {
  const files = new Set(
    [...names].flatMap((name) => manifest[name]?.file ?? []).filter((file) => file.endsWith('.js')),
  );
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

process.exitCode = await measure();
