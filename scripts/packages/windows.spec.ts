import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { keychainService } from '../../src-main/keychain/keychain.ts';
import { hashArchive } from './archive.ts';
import {
  buildPackages,
  packageName,
  processors,
  version,
  type Packages,
} from './build-packages.ts';
import { checkUnpackedApp } from './check-content.ts';
import { installerLogs } from './stub-tools.ts';

const unpackedFolders = { x64: 'win-unpacked', arm64: 'win-arm64-unpacked' };
const installers = {
  x64: packageName('win-x64.exe'),
  arm64: packageName('win-arm64.exe'),
};

let packages: Packages;
const at = (...names: string[]) => join(packages.folder, ...names);
beforeAll(async () => {
  packages = await buildPackages('windows');
  return () => packages[Symbol.asyncDispose]();
});

test.for(processors)(
  '%s: the package has the files that the app needs and no others',
  async (processor) => {
    await checkUnpackedApp(at(unpackedFolders[processor]), {
      program: 'eTelecom Tenants.exe',
      prebuild: `win32-${processor}`,
    });
  },
);

test.for(processors)(
  "%s: the program has the archive's hash, its name and its company",
  async (processor) => {
    const folder = at(unpackedFolders[processor]);
    const program = NtExecutable.from(await readFile(join(folder, 'eTelecom Tenants.exe')));
    const { entries } = NtExecutableResource.from(program);
    const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString())).toEqual([
      {
        file: 'resources\\app.asar',
        alg: 'SHA256',
        value: hashArchive(join(folder, 'resources', 'app.asar')),
      },
    ]);
    const [info] = Resource.VersionInfo.fromEntries(entries);
    const [language] = info?.getAvailableLanguages() ?? [];
    expect(language && info?.getStringValues(language)).toMatchObject({
      ProductName: 'eTelecom Tenants',
      // The Task Manager shows this one.
      FileDescription: 'eTelecom Tenants',
      CompanyName: 'eTelecom',
      FileVersion: version,
    });
  },
);

test('the update file names the installers of both processors, with their hashes', async () => {
  const hash = async (path: string) =>
    createHash('sha512')
      .update(await readFile(at(path)))
      .digest('base64');
  const update: unknown = parse(await readFile(at('latest.yml'), 'utf8'));
  // Installed apps show what is new, in both languages.
  expect(update).toHaveProperty(
    'releaseNotes',
    expect.stringMatching(/^# Changelog\n[^]*^# Nhật ký thay đổi$/m),
  );
  expect(update).toMatchObject({
    version,
    files: [
      { url: installers.x64, sha512: await hash(installers.x64) },
      { url: installers.arm64, sha512: await hash(installers.arm64) },
    ],
  });
  expect(await readdir(packages.folder)).toEqual(
    expect.arrayContaining(processors.map((processor) => `${installers[processor]}.blockmap`)),
  );
});

test.for(processors)(
  '%s: an installed app takes updates only from the known publisher',
  async (processor) => {
    const update = await readFile(
      at(unpackedFolders[processor], 'resources', 'app-update.yml'),
      'utf8',
    );
    expect(parse(update)).toMatchObject({ provider: 'github', publisherName: ['eTelecom'] });
  },
);

test('the uninstallers ask, and then delete the lists and the keys', async () => {
  const folder = join(packages.tools, installerLogs);
  const names = await readdir(folder);
  const logs = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const uninstallers = logs.filter((log) => log.includes('"BUILD_UNINSTALLER"'));
  expect(uninstallers).toHaveLength(processors.length);
  for (const log of uninstallers) {
    const instructions = log.split('\n');
    // NSIS ignores macros with unknown names. It prints neither the condition nor the question in it.
    expect(instructions).toContain('!insertmacro: customUnInit');
    const inMacro = instructions.slice(
      instructions.indexOf('!insertmacro: customUnInstall'),
      instructions.indexOf('!insertmacro: end of customUnInstall'),
    );
    expect(inMacro).toContain('RMDir: /r "$APPDATA\\eTelecom Tenants"');
    const readKeys = `advapi32::CredEnumerateW(w "${keychainService}/*"`;
    expect(inMacro.filter((line) => line.includes(readKeys))).toHaveLength(1);
  }
});
