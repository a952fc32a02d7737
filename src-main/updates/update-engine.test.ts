import { EventEmitter, once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { NsisUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createAppImage,
  startUpdateServer,
  type UpdateServer,
} from '../../sandbox/update-server.ts';
import { AppError } from '../../src-shared/errors.ts';
import { runCommand } from '../files/test-run-command.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { createTestUpdater } from './test-updater.ts';
import { createUpdateEngine } from './update-engine.ts';

const folder = prepareTestFolder();
let server: UpdateServer;

beforeEach(async () => {
  server = await startUpdateServer();
  // The updater reads the path of the installed AppImage there.
  vi.stubEnv('APPIMAGE', folder.join('installed.AppImage'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const installedFile = () => folder.join('installed.AppImage');

/** Installs a version, and returns its engine. */
async function install(version = '0.1.0', nativeUpdater?: EventEmitter) {
  await writeFile(installedFile(), createAppImage(version).bytes, { mode: 0o755 });
  const { updater, quit } = await createTestUpdater('AppImage', {
    ...{ folder: folder.path, url: server.url, version },
  });
  return {
    engine: createUpdateEngine(updater, { canInstall: true, nativeUpdater }),
    quit,
    updater,
  };
}

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);
const code = (work: Promise<unknown>) => work.then(() => 'no error', codeOf);

it('finds a newer version with its changelogs, downloads only what differs, and installs it when the app quits', async () => {
  const released = createAppImage('0.2.0');
  server.release('0.2.0', released, { releaseNotes: '# Changelog' });
  const { engine, quit } = await install();
  expect(await engine.check()).toEqual({ version: '0.2.0', changelogs: '# Changelog' });
  engine.setInstallsOnQuit(true);
  const fractions: number[] = [];
  await engine.download((fraction) => fractions.push(fraction));
  expect(server.sentBytes).toBeLessThan(released.bytes.length / 10);
  expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  expect(await readFile(installedFile())).toEqual(createAppImage('0.1.0').bytes);
  quit();
  expect(await readFile(installedFile())).toEqual(released.bytes);
});

it('keeps the name of the installed file, which launchers and scheduled exports have', async () => {
  const named = folder.join('etelecom-tenants-0.1.0-linux-x64.AppImage');
  vi.stubEnv('APPIMAGE', named);
  await writeFile(named, createAppImage('0.1.0').bytes, { mode: 0o755 });
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine, quit } = await install();
  await engine.check();
  engine.setInstallsOnQuit(true);
  await engine.download(() => undefined);
  quit();
  expect(await readFile(named)).toEqual(createAppImage('0.2.0').bytes);
});

it('does not install a downloaded version if updates were turned off', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine, quit } = await install();
  await engine.check();
  await engine.download(() => undefined);
  engine.setInstallsOnQuit(false);
  quit();
  expect(await readFile(installedFile())).toEqual(createAppImage('0.1.0').bytes);
});

it('installs a version that was downloaded while updates were turned off, once they are on', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine, quit } = await install();
  await engine.check();
  engine.setInstallsOnQuit(false);
  await engine.download(() => undefined);
  engine.setInstallsOnQuit(true);
  quit();
  expect(await readFile(installedFile())).toEqual(createAppImage('0.2.0').bytes);
});

it('keeps the installed file if the app quits during the download of another version', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine, quit } = await install();
  await engine.check();
  engine.setInstallsOnQuit(true);
  await engine.download(() => undefined);
  server.release('0.3.0', createAppImage('0.3.0'));
  await engine.check();
  server.setFaults({ tampers: true });
  const download = engine.download(() => undefined);
  quit();
  expect(await code(download)).toBe('update_damaged');
  expect(await readFile(installedFile())).toEqual(createAppImage('0.1.0').bytes);
});

it('keeps the installed file if the downloaded one was deleted', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine } = await install();
  await engine.check();
  await engine.download(() => undefined);
  await rm(folder.join('cache'), { recursive: true });
  const failed = vi.fn();
  engine.quitAndInstall(failed);
  expect(failed).toHaveBeenCalledOnce();
  expect(await readFile(installedFile())).toEqual(createAppImage('0.1.0').bytes);
});

describe('on macOS', () => {
  async function download() {
    server.release('0.2.0', createAppImage('0.2.0'));
    const nativeUpdater = new EventEmitter();
    const { engine, updater } = await install('0.1.0', nativeUpdater);
    await engine.check();
    const downloaded = once(updater, 'update-downloaded');
    const result = code(engine.download(() => undefined));
    await downloaded;
    return { nativeUpdater, result };
  }

  it('a version is ready when the system has unpacked it', async () => {
    const { nativeUpdater, result } = await download();
    const soon = new Promise((resolve) => setImmediate(() => resolve('not yet')));
    expect(await Promise.race([result, soon])).toBe('not yet');
    nativeUpdater.emit('update-downloaded');
    expect(await result).toBe('no error');
    expect(nativeUpdater.eventNames()).toEqual([]);
  });

  it('a version that another team has signed is refused', async () => {
    const { nativeUpdater, result } = await download();
    nativeUpdater.emit('error', new Error('Code signature at URL file:///a.app did not pass'));
    expect(await result).toBe('update_damaged');
  });
});

it.each([
  ['the same version', '0.2.0', {}],
  ['an older version', '0.1.9', {}],
  ['a version that is released to nobody yet', '0.3.0', { stagingPercentage: 0 }],
])('finds nothing if the server has %s', async (_what, version, fields) => {
  server.release(version, createAppImage(version), fields);
  const { engine } = await install('0.2.0');
  expect(await engine.check()).toBeNull();
});

it('refuses a file that is not what was released, and deletes it', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  server.setFaults({ tampers: true });
  const { engine, quit } = await install();
  engine.setInstallsOnQuit(true);
  await engine.check();
  expect(await code(engine.download(() => undefined))).toBe('update_damaged');
  expect(await readdir(folder.join('cache', 'updates', 'pending'))).toEqual([]);
  quit();
  expect(await readFile(installedFile())).toEqual(createAppImage('0.1.0').bytes);
});

it('can be repeated after the server was gone in the middle of a download', async () => {
  server.release('0.2.0', createAppImage('0.2.0'));
  server.setFaults({ cutsAfter: 1000 });
  const { engine, quit } = await install();
  engine.setInstallsOnQuit(true);
  await engine.check();
  expect(await code(engine.download(() => undefined))).toBe('update_unreachable');
  server.setFaults({});
  await engine.download(() => undefined);
  quit();
  expect(await readFile(installedFile())).toEqual(createAppImage('0.2.0').bytes);
});

it('says that the server cannot be reached, or has no versions', async () => {
  const { engine } = await install();
  expect(await code(engine.check())).toBe('update_unreachable');
  await server.close();
  expect(await code(engine.check())).toBe('update_unreachable');
  server = await startUpdateServer();
});

it('says that the disk is full', async ({ skip }) => {
  server.release('0.2.0', createAppImage('0.2.0'));
  const { engine } = await install();
  await engine.check();
  const cache = folder.join('cache');
  runCommand('mkdir', cache);
  if (!runCommand('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', cache)) {
    skip('Nothing can be mounted here');
  }
  try {
    expect(await code(engine.download(() => undefined))).toBe('disk_full');
  } finally {
    runCommand('umount', cache);
  }
});

it('asks on Windows whether the installer is signed by the publisher of this app', async () => {
  const exe = { name: 'setup.exe', bytes: Buffer.from('MZ') };
  server.release('0.2.0', exe);
  const { updater } = await createTestUpdater('exe', { folder: folder.path, url: server.url });
  if (!(updater instanceof NsisUpdater)) throw new Error('Not the updater for Windows');
  const publishers: string[][] = [];
  updater.verifyUpdateCodeSignature = (names) => {
    publishers.push(names);
    return Promise.resolve('signed by somebody else');
  };
  const engine = createUpdateEngine(updater, { canInstall: true });
  await engine.check();
  expect(await code(engine.download(() => undefined))).toBe('update_damaged');
  expect(publishers).toEqual([['eTelecom']]);
});
