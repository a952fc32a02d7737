import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile } from '@electron/asar';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  buildPackages,
  packageName,
  processors,
  version,
  type Packages,
} from './build-packages.ts';
import { checkContent, checkUnpackedApp } from './check-content.ts';
import { appImageRuntime } from './stub-tools.ts';

const run = promisify(execFile);
const unpackedFolders = { x64: 'linux-unpacked', arm64: 'linux-arm64-unpacked' };
const debNames = { x64: 'amd64', arm64: 'arm64' };
const appImageNames = { x64: 'x86_64', arm64: 'arm64' };
const updateFiles = { x64: 'latest-linux.yml', arm64: 'latest-linux-arm64.yml' };

let packages: Packages;
const at = (...names: string[]) => join(packages.folder, ...names);
beforeAll(async () => {
  packages = await buildPackages('linux');
  return () => packages[Symbol.asyncDispose]();
});

test.for(processors)(
  '%s: the package has the files that the app needs and no others',
  async (processor) => {
    await checkUnpackedApp(at(unpackedFolders[processor]), {
      program: 'etelecom-tenants',
      prebuild: `linux-${processor}`,
    });
  },
);

test("the app's package.json has nothing that is only for development", () => {
  const archive = at(unpackedFolders.x64, 'resources', 'app.asar');
  const metadata: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(metadata).not.toHaveProperty('devDependencies');
  expect(metadata).not.toHaveProperty('scripts');
  // Electron takes the name of the data folder from it, and the name that connects a window with its launcher.
  expect(metadata).toMatchObject({
    productName: 'eTelecom Tenants',
    desktopName: 'etelecom-tenants.desktop',
  });
});

test('keytar in the package loads and uses the keychain', async () => {
  const folder = at('extracted');
  extractAll(
    at(unpackedFolders[process.arch === 'arm64' ? 'arm64' : 'x64'], 'resources', 'app.asar'),
    folder,
  );
  const script = join(folder, 'out', 'main', 'use-keytar.cjs');
  await writeFile(
    script,
    `const keytar = require('keytar');
    const entry = ['com.etelecom.tenants.test', 'package'];
    keytar.setPassword(...entry, 'secret')
      .then(() => keytar.getPassword(...entry))
      .then(async (password) => {
        await keytar.deletePassword(...entry);
        const native = Object.keys(require.cache).filter((path) => path.endsWith('.node'));
        console.log(JSON.stringify({ password, native }));
      });`,
  );
  const { stdout } = await run(process.execPath, [script]);
  expect(JSON.parse(stdout)).toEqual({
    password: 'secret',
    native: [
      join(folder, 'node_modules', 'keytar', 'prebuilds', `linux-${process.arch}`, 'keytar.node'),
    ],
  });
});

test.for(processors)('%s: the deb names its dependencies and its maintainer', async (processor) => {
  const path = at(packageName(`linux-${debNames[processor]}.deb`));
  const given = (await readFile(`${path}.arguments`, 'utf8')).split('\0');
  const valueOf = (option: string) => given[given.indexOf(option) + 1];
  expect(given.slice(0, 5)).toEqual(['-s', 'dir', '--force', '-t', 'deb']);
  expect(valueOf('--architecture')).toBe(debNames[processor]);
  expect(valueOf('--name')).toBe('etelecom-tenants');
  expect(valueOf('--maintainer')).toMatch(/^.+ <.+@.+>$/);
  expect(valueOf('--url')).toMatch(/^https:/);
  expect(given.filter((_, index) => given[index - 1] === '-d')).toContain('libsecret-1-0');
  expect(given).not.toContain('--deb-recommends');
  expect(given).toContain(`${at(unpackedFolders[processor])}/=/opt/eTelecom Tenants`);
  expect(given.at(-2)).toMatch(/=\/usr\/share\/applications\/etelecom-tenants\.desktop$/);
  // Ubuntu 24.04 gives Chromium's sandbox its namespaces only with such a profile.
  expect(await readFile(`${path}.after-install`, 'utf8')).toContain('apparmor_parser');
});

test.for(processors)(
  '%s: the AppImage has the app, its icon and a valid launcher',
  async (processor) => {
    const path = at(packageName(`linux-${appImageNames[processor]}.AppImage`));
    const folder = at(`app-image-${processor}`);
    await run('unsquashfs', [
      '-quiet',
      '-no-progress',
      '-offset',
      String(appImageRuntime.length),
      '-dest',
      folder,
      path,
    ]);
    await checkContent(join(folder, 'resources'), [`linux-${processor}`]);
    const names = await readdir(folder);
    expect(names).toEqual(
      expect.arrayContaining(['.DirIcon', 'AppRun', 'etelecom-tenants', 'etelecom-tenants.png']),
    );
    // With this file, the updater would treat the AppImage as a deb.
    expect(await readdir(join(folder, 'resources'))).not.toContain('package-type');

    const launcher = join(folder, 'etelecom-tenants.desktop');
    await run('desktop-file-validate', [launcher]);
    const text = await readFile(launcher, 'utf8');
    expect(text).toContain('Name=eTelecom Tenants\n');
    expect(text).toContain('StartupWMClass=etelecom-tenants\n');
    expect(text).not.toContain('--no-sandbox');
  },
);

test.for(processors)('%s: the update file names both packages', async (processor) => {
  const update: unknown = parse(await readFile(at(updateFiles[processor]), 'utf8'));
  expect(update).toMatchObject({
    version,
    files: [
      { url: packageName(`linux-${appImageNames[processor]}.AppImage`) },
      { url: packageName(`linux-${debNames[processor]}.deb`) },
    ],
  });
});
