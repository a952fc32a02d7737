import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readShippedPackages } from './shipped-packages.ts';

const licenseOf = (name: string, version: string) => ({ name, version, identifier: 'MIT' });

test('both bundles, keytar and Electron are shipped, each version once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shipped-packages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'out/main/licenses.json': [licenseOf('zod', '4.6.7'), licenseOf('i18next', '27.1.2')],
    'out/renderer/licenses.json': [
      licenseOf('i18next', '27.1.2'),
      licenseOf('i18next', '26.0.0'),
      { name: 'without-license', version: '1.0.0' },
    ],
    'node_modules/keytar/package.json': {
      name: '@github/keytar',
      version: '7.10.6',
      license: 'MIT',
    },
    'node_modules/electron/package.json': { name: 'electron', version: '45.4.1', license: 'MIT' },
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(content));
  }
  const shipped = await readShippedPackages(folder);
  expect(shipped.map(({ name, version, license }) => [name, version, license])).toEqual([
    ['@github/keytar', '7.10.6', 'MIT'],
    ['electron', '45.4.1', 'MIT'],
    ['i18next', '27.1.2', 'MIT'],
    ['i18next', '26.0.0', 'MIT'],
    ['without-license', '1.0.0', undefined],
    ['zod', '4.6.7', 'MIT'],
  ]);
});
