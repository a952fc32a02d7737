import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keychainErrorCode } from './errors.ts';
import { Keychain, keychainService, loadKeytar } from './keychain.ts';

const accountId = randomUUID();
const apiKey = '1234567:AbCdEfGhIjKlMnOpQrStUvWxYz';

describe('the keychain of this computer', () => {
  const keychain = new Keychain(loadKeytar);
  afterEach(() => keychain.remove(accountId));

  it('keeps, replaces and removes a key under the frozen names', async () => {
    await keychain.save(accountId, 'an older key');
    await keychain.save(accountId, apiKey);
    expect(await keychain.read(accountId)).toBe(apiKey);
    const keytar = await loadKeytar();
    expect(await keytar.getPassword('com.etelecom.tenants', accountId)).toBe(apiKey);
    await keychain.remove(accountId);
    expect(await keytar.getPassword(keychainService, accountId)).toBeNull();
  });

  it('says when a key is gone, and removes what is not there', async () => {
    await expect(keychain.read(accountId)).rejects.toMatchObject({ code: 'key_not_saved' });
    await expect(keychain.remove(accountId)).resolves.toBeUndefined();
  });

  it('is missing where its native library cannot be loaded', async () => {
    const broken = new Keychain(() =>
      Promise.reject(new Error('Failed to load keytar native addon, checked …')),
    );
    await expect(broken.read(accountId)).rejects.toMatchObject({ code: 'keychain_missing' });
  });
});

/** The real secret service in other states than the one the tests run in. */
describe.runIf(process.platform === 'linux')('a keychain on Linux', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'keyring-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const unlocked = 'printf pass | gnome-keyring-daemon --unlock --components=secrets';
  const locked = 'gnome-keyring-daemon --start --components=secrets';

  /** Runs a call of the keychain in a session of its own; answers its result or the code it failed with. */
  async function inSession(daemon: string, call: string): Promise<string> {
    const module = new URL('keychain.ts', import.meta.url).href;
    const script = `
      const { Keychain, loadKeytar } = await import(${JSON.stringify(module)});
      const keychain = new Keychain(loadKeytar);
      const answer = await keychain.${call}.catch((error) => error.code);
      console.log('answer:' + answer);`;
    const command = `${daemon} >/dev/null 2>&1; exec "$0" --input-type=module -e "$1"`;
    const { stdout } = await promisify(execFile)(
      'dbus-run-session',
      ['--', 'sh', '-c', command, process.execPath, script],
      { env: { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home } },
    );
    return /answer:(.*)/.exec(stdout)?.[1] ?? stdout;
  }

  it('that is locked says so to reading, saving and removing', async () => {
    expect(await inSession(unlocked, `save('${accountId}', '${apiKey}')`)).toBe('undefined');
    expect(await inSession(unlocked, `read('${accountId}')`)).toBe(apiKey);
    expect(await inSession(locked, `read('${accountId}')`)).toBe('keychain_locked');
    expect(await inSession(locked, `save('${accountId}', '${apiKey}')`)).toBe('keychain_locked');
    expect(await inSession(locked, `remove('${accountId}')`)).toBe('keychain_locked');
  });

  it('that is not there says so', async () => {
    const noBus = 'export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere';
    expect(await inSession(noBus, `read('${accountId}')`)).toBe('keychain_missing');
    expect(await inSession(noBus, `save('${accountId}', '${apiKey}')`)).toBe('keychain_missing');
  });
});

/** Sentences of the systems the tests do not run on; the sources are named in errors.ts. */
describe('what a keychain says', () => {
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
  ])('%s', (message, code) => {
    expect(keychainErrorCode(message)).toBe(code);
  });
});
