import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { root } from '../run.ts';

const rangesSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ resolved: z.string().optional(), integrity: z.string().optional() }),
  ),
});

const registry = 'https://registry.npmjs.org/';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, devDependencies } = rangesSchema.parse(read('package.json'));
const { packages } = lockSchema.parse(read('package-lock.json'));

test('every dependency has one exact version', () => {
  const inexact = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:@?[\w/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(inexact).toEqual([]);
});

test('package-lock.json was made from this package.json', () => {
  expect(rangesSchema.parse(packages[''])).toEqual({ dependencies, devDependencies });
});

test('every package comes from the npm registry and has a checksum', () => {
  const isSafe = ([path, { resolved, integrity }]: [string, (typeof packages)[string]]) =>
    path === '' ||
    // The lock file names no address if it is the registry's.
    ((resolved ?? registry).startsWith(registry) && integrity?.startsWith('sha512-'));
  expect(Object.entries(packages).filter((entry) => !isSafe(entry))).toEqual([]);
});
