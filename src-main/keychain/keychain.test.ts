import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { toKeychainErrorCode } from './keychain-error-code.ts';
import { Keychain, keychainService, loadKeytar } from './keychain.ts';

const accountId = randomUUID();
const apiKey = '1234567:AbCdEfGhIjKlMnOpQrStUvWxYz';

describe('Keychain', () => {
  const keychain = new Keychain(loadKeytar);
  afterEach(() => keychain.remove(accountId));

  it('saves, replaces and removes a key under the names that must never change', async () => {
    await keychain.save(accountId, 'an older key');
    await keychain.save(accountId, apiKey);
    expect(await keychain.read(accountId)).toBe(apiKey);
    const keytar = await loadKeytar();
    expect(await keytar.getPassword('com.etelecom.tenants', accountId)).toBe(apiKey);
    await keychain.remove(accountId);
    expect(await keytar.getPassword(keychainService, accountId)).toBeNull();
  });

  it('restores the entry that a save has replaced', async () => {
    const restoreNone = await keychain.save(accountId, 'first');
    const restoreFirst = await keychain.save(accountId, 'second');
    await restoreFirst();
    expect(await keychain.read(accountId)).toBe('first');
    await restoreNone();
    await expect(keychain.read(accountId)).rejects.toMatchObject({ code: 'key_not_saved' });
  });

  it('reports a missing key when reading, but not when removing', async () => {
    await expect(keychain.read(accountId)).rejects.toMatchObject({ code: 'key_not_saved' });
    await expect(keychain.remove(accountId)).resolves.toBeUndefined();
  });

  it('reports a missing keychain if keytar cannot be loaded', async () => {
    const broken = new Keychain(() =>
      Promise.reject(new Error('Failed to load keytar native addon, checked …')),
    );
    await expect(broken.read(accountId)).rejects.toMatchObject({ code: 'keychain_missing' });
  });
});

/** Uses a real secret service, in other states than the one the other tests run with. */
describe.runIf(process.platform === 'linux')('Keychain on Linux', () => {
  const home = prepareTestFolder();

  const unlocked = 'printf pass | gnome-keyring-daemon --unlock --components=secrets';
  const locked = 'gnome-keyring-daemon --start --components=secrets';

  /**
   * Calls a method of the keychain in a separate D-Bus session.
   *
   * @param setup the shell command that prepares the session.
   * @param call the call as code.
   * @returns the result of the call, or the code of its error.
   */
  const callInSession = (setup: string, call: string) =>
    runInSession(
      setup,
      `const keychain = new Keychain(loadKeytar);
      const answer = await keychain.${call}.catch((error) => error.code);
      console.log('answer:' + answer);`,
    );

  /** Runs code in a separate D-Bus session. @returns what it prints after `answer:`. */
  async function runInSession(setup: string, code: string): Promise<string> {
    const module = new URL('keychain.ts', import.meta.url).href;
    const script = `
      const { Keychain, loadKeytar } = await import(${JSON.stringify(module)});
      ${code}`;
    const command = `${setup} >/dev/null 2>&1; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = await promisify(execFile)(
      'dbus-run-session',
      ['--', 'sh', '-c', command, process.execPath, script],
      { env: { PATH: process.env.PATH, HOME: home.path, XDG_DATA_HOME: home.path } },
    );
    return /answer:(.*)/.exec(stdout)?.[1] ?? stdout;
  }

  it('reports a locked keychain when reading, saving and removing', async () => {
    const save = `save('${accountId}', '${apiKey}').then(() => 'saved')`;
    expect(await callInSession(unlocked, save)).toBe('saved');
    expect(await callInSession(unlocked, `read('${accountId}')`)).toBe(apiKey);
    expect(await callInSession(locked, `read('${accountId}')`)).toBe('keychain_locked');
    expect(await callInSession(locked, `save('${accountId}', '${apiKey}')`)).toBe(
      'keychain_locked',
    );
    expect(await callInSession(locked, `remove('${accountId}')`)).toBe('keychain_locked');
  });

  it('does not wait for a keychain that does not answer, and works when it answers again', async () => {
    const code = `
      const { execFileSync } = await import('node:child_process');
      const { readFile } = await import('node:fs/promises');
      const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/',
        'org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets'];
      // The first call starts the keychain, which may take longer than the limit below.
      await new Keychain(loadKeytar).save('one', 'old');
      const keychain = new Keychain(loadKeytar, 1_000);
      const pid = Number(/uint32 (\\d+)/.exec(execFileSync('dbus-send', question, { encoding: 'utf8' }))[1]);
      process.kill(pid, 'SIGSTOP');
      const calls = ['one', 'two', 'three', 'four', 'five'].map((id) => keychain.read(id));
      calls.push(keychain.save('one', 'new'), keychain.remove('one'));
      const isFileRead = readFile(process.execPath).then(() => true);
      const codes = (await Promise.allSettled(calls)).map(({ reason }) => reason.code);
      const canceled = await keychain.save('six', 'key', AbortSignal.abort()).catch(({ code }) => code);
      const start = performance.now();
      await keychain.finish();
      const isQuick = performance.now() - start < 2_000;
      const wasBusy = keychain.isBusy;
      process.kill(pid, 'SIGCONT');
      while (keychain.isBusy) await keychain.finish();
      const after = await keychain.read('one');
      console.log('answer:' + JSON.stringify(
        { codes: [...new Set(codes)], count: codes.length, canceled, isFileRead: await isFileRead,
          isQuick, wasBusy, isBusy: keychain.isBusy, after }));`;
    expect(JSON.parse(await runInSession(unlocked, code))).toEqual({
      codes: ['keychain_no_answer'],
      count: 7,
      canceled: 'keychain_no_answer',
      isFileRead: true,
      isQuick: true,
      wasBusy: true,
      isBusy: false,
      after: 'old',
    });
  });

  it('reports a missing keychain', async () => {
    const noBus = 'export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere';
    expect(await callInSession(noBus, `read('${accountId}')`)).toBe('keychain_missing');
    expect(await callInSession(noBus, `save('${accountId}', '${apiKey}')`)).toBe(
      'keychain_missing',
    );
  });
});

/** Messages of operating systems on which the tests do not run. Their sources are in keychain-error-code.ts. */
describe('toKeychainErrorCode', () => {
  it.each([
    ['User interaction is not allowed.', 'keychain_locked'],
    ['The user name or passphrase you entered is not correct.', 'keychain_denied'],
    ['User canceled the operation.', 'keychain_denied'],
    ['A required entitlement isn’t present.', 'keychain_denied'],
    ['Access is denied.', 'keychain_denied'],
    ['A default keychain could not be found.', 'keychain_missing'],
    [
      'A specified logon session does not exist. It may already have been terminated.',
      'keychain_missing',
    ],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain_missing'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain_missing'],
    ['The stub received bad data.', 'keychain_full'],
    ['Not enough memory resources are available to process this command.', 'keychain_full'],
    ['Đã xảy ra lỗi.', 'keychain_failed'],
  ])('for "%s" returns %s', (message, code) => {
    expect(toKeychainErrorCode(message)).toBe(code);
  });
});
