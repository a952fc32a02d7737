import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Returns the path of Electron's binary, or `undefined` if it was not downloaded. Loading the package `electron` would
 * download it: since Electron 42 that happens on the first run, not on installation.
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const distribution = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(distribution, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
