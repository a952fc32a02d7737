import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createSbom } from './release/create-sbom.ts';
import { readShippedPackages } from './release/shipped-packages.ts';
import { root } from './run.ts';

const productSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** `npm run sbom`: writes the list of everything in the built app to `dist/`, for the release. */
async function writeSbom(): Promise<void> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const product = productSchema.parse(JSON.parse(text));
  const shipped = await readShippedPackages();
  const sbom = createSbom(product, shipped, new Date().toISOString());
  const folder = join(root, 'dist');
  const name = `${product.name}-${product.version}.cdx.json`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`dist/${name}: ${shipped.length} packages`);
}

await writeSbom();
