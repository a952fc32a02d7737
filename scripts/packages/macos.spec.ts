import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import plist from 'plist';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../run.ts';
import { hashArchive } from './archive.ts';
import { buildPackages, processors, type Packages } from './build-packages.ts';
import { checkContent, checkFuses } from './check-content.ts';

const folders = { x64: 'mac', arm64: 'mac-arm64' };

let packages: Packages;
const at = (...names: string[]) => join(packages.folder, ...names);
beforeAll(async () => {
  // A universal app and its dmg can only be built on macOS.
  packages = await buildPackages('macos', 'dir');
  return () => packages[Symbol.asyncDispose]();
});

test.for(processors)('%s: the app has the files that it needs and no others', async (processor) => {
  const app = at(folders[processor], 'eTelecom Tenants.app');
  const resources = join(app, 'Contents', 'Resources');
  await checkContent(resources, ['darwin-arm64', 'darwin-x64']);
  const languages = (await readdir(resources)).filter((name) => name.endsWith('.lproj'));
  expect(languages).toEqual(['en.lproj', 'vi.lproj']);
  await checkFuses(app);
});

test.for(processors)(
  "%s: Info.plist has the app's id and the archive's hash",
  async (processor) => {
    const contents = at(folders[processor], 'eTelecom Tenants.app', 'Contents');
    const info = plist.parse(await readFile(join(contents, 'Info.plist'), 'utf8'));
    expect(info).toMatchObject({
      // Entries in the keychain belong to this id.
      CFBundleIdentifier: 'com.etelecom.tenants',
      CFBundleName: 'eTelecom Tenants',
      ElectronAsarIntegrity: {
        'Resources/app.asar': {
          algorithm: 'SHA256',
          hash: hashArchive(join(contents, 'Resources', 'app.asar')),
        },
      },
      NSAppTransportSecurity: { NSAllowsArbitraryLoads: false },
    });
  },
);

test('the hardened runtime allows nothing but compiled JavaScript', async () => {
  const entitlements = await readFile(join(root, 'build', 'entitlements.mac.plist'), 'utf8');
  expect(plist.parse(entitlements)).toEqual({ 'com.apple.security.cs.allow-jit': true });
});
