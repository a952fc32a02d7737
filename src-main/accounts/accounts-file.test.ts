import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountColors } from '../../src-shared/choices.ts';
import { AccountsFile } from './accounts-file.ts';
import { freeColor, freeName, type StoredPartner } from './stored-accounts.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';
const baseUrl = 'https://api.etelecom.vn/v1/partner';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accounts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load() {
  const onChange = vi.fn();
  const file = new AccountsFile(folder, 'Dữ liệu mẫu', onChange);
  const notice = await file.load();
  return { file, notice, onChange };
}

const partner: StoredPartner = {
  kind: 'partner',
  ...{ accountId, name: 'Minh Anh', color: 'blue', baseUrl },
  ...{ keyStorage: 'keychain', hasKeychainEntry: true },
};

describe('the accounts file', () => {
  it('saves the accounts and which one was shown', async () => {
    const { file, onChange } = await load();
    await file.add(partner);
    expect(onChange).toHaveBeenCalledTimes(1);
    await file.add({ kind: 'sample', accountId: otherId, name: 'Sample data', color: 'orange' });
    expect((await load()).file.shownAccountId()).toBe(otherId);
    await file.show(accountId);
    const again = await load();
    expect(again.file.all().map(({ name }) => name)).toEqual(['Minh Anh', 'Sample data']);
    expect(again.file.shownAccountId()).toBe(accountId);
    await again.file.remove(accountId);
    expect((await load()).file.shownAccountId()).toBe(otherId);
  });

  it.each([
    ['first', 0, 0],
    ['second', 1, 0],
    ['last', 2, 1],
  ])('shows the neighbor of the %s account when that is removed', async (_which, at, neighbor) => {
    const { file } = await load();
    const ids = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
    for (const id of ids) await file.add({ ...partner, accountId: id });
    const [removed = '', ...others] = [ids[at], ...ids.filter((_, other) => other !== at)];
    await file.show(removed);
    await file.remove(removed);
    expect(file.shownAccountId()).toBe(others[neighbor]);
  });

  it('keeps all changes that are made at the same time', async () => {
    const { file } = await load();
    await file.add(partner);
    await Promise.all([
      file.changeLook(accountId, { name: 'Chị Hà', color: 'pink' }),
      file.updatePartner(accountId, { keyStorage: null }),
      file.add({ ...partner, accountId: otherId }),
    ]);
    expect((await load()).file.all()).toMatchObject([
      { name: 'Chị Hà', color: 'pink', keyStorage: null },
      { accountId: otherId },
    ]);
  });

  it('is moved aside with a notice if it is unreadable', async () => {
    await writeFile(join(folder, 'accounts.json'), 'not JSON');
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_unreadable' });
    expect(file.all()).toEqual([]);
  });
});

describe('an accounts file with an invalid value', () => {
  const write = (...accounts: unknown[]) =>
    writeFile(
      join(folder, 'accounts.json'),
      JSON.stringify({ accounts, shownAccountId: accountId }),
    );
  const other = { ...partner, accountId: otherId, name: 'Chị Hà', color: 'pink' } as const;

  it.each([
    ['an unknown color', { color: 'mauve' }, { color: 'blue' }],
    ['a name of the wrong type', { name: 7 }, { name: 'api.etelecom.vn' }],
    ['an empty name', { name: '' }, { name: 'api.etelecom.vn' }],
    ['an unknown place for its key', { keyStorage: 'paper' }, { keyStorage: null }],
    ['a wrong type', { hasKeychainEntry: 'yes' }, { hasKeychainEntry: true }],
    ['an unknown kind', { kind: 'reseller' }, {}],
    // The key must not be sent to another address than its own.
    ['no address', { baseUrl: undefined }, { keyStorage: null }],
    ['an address of the wrong type', { baseUrl: 7 }, { keyStorage: null }],
  ])('keeps an account with %s, and the other account', async (_, wrong, repaired) => {
    await write({ ...partner, ...wrong }, other);
    const { file, notice } = await load();
    expect(file.all()).toEqual([{ ...partner, ...repaired }, other]);
    expect(file.shownAccountId()).toBe(accountId);
    const isOnlyMissing = Object.values(wrong).every((value) => value === undefined);
    expect(notice?.code).toBe(isOnlyMissing ? undefined : 'settings_repaired');
    expect((await load()).notice).toBeNull();
    expect((await load()).file.all()).toEqual(file.all());
  });

  it.each([
    ['an invalid id', { ...partner, accountId: 'one' }],
    ['the id of another account', { ...other, name: 'Copy' }],
    ['nothing in it', {}],
    ['the wrong type', 'account'],
  ])('drops an account with %s, and keeps the other account', async (_, wrong) => {
    await write(other, wrong);
    const { file, notice } = await load();
    expect(file.all()).toEqual([other]);
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    // The id of its key in the keychain is still in the file that was kept.
    expect(await readFile(notice?.path ?? '', 'utf8')).toContain(JSON.stringify(wrong));
  });

  it('keeps its accounts if it names an invalid account as the shown one', async () => {
    await writeFile(
      join(folder, 'accounts.json'),
      JSON.stringify({ accounts: [other], shownAccountId: 'everything' }),
    );
    const { file } = await load();
    expect(file.all()).toEqual([other]);
    expect(file.shownAccountId()).toBe(otherId);
  });

  it('has no trace of a removed account', async () => {
    const { file } = await load();
    await file.add(partner);
    await file.add(other);
    await file.remove(accountId);
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(accountId);
    }
  });
});

/** Older versions had a single account without a name, and sample data were a mode of that account. */
describe('an accounts file of an older version', () => {
  const write = (account: object) =>
    writeFile(
      join(folder, 'accounts.json'),
      JSON.stringify({ accounts: [{ accountId, hasKeychainEntry: false, ...account }] }),
    );

  it('keeps its account connected, with the host as the name', async () => {
    const connection = { kind: 'partner', keyStorage: 'keychain' };
    await write({ baseUrl, connection, hasKeychainEntry: true });
    const { file, notice } = await load();
    expect(notice).toBeNull();
    expect(file.all()).toEqual([{ ...partner, name: 'api.etelecom.vn' }]);
    expect(file.shownAccountId()).toBe(accountId);
  });

  it('keeps an account whose key was removed', async () => {
    await write({ baseUrl, connection: null });
    expect((await load()).file.all()).toMatchObject([{ accountId, baseUrl, keyStorage: null }]);
  });

  it('has no account if it was never connected', async () => {
    await write({ baseUrl: null, connection: null });
    const { file } = await load();
    expect(file.all()).toEqual([]);
    expect(file.shownAccountId()).toBeNull();
  });

  it('has an account with sample data if it was shown, with the same account id', async () => {
    await write({ baseUrl: null, connection: { kind: 'sample', keyStorage: 'session' } });
    const { file } = await load();
    expect(file.all()).toEqual([{ kind: 'sample', accountId, name: 'Dữ liệu mẫu', color: 'blue' }]);
    expect(file.shownAccountId()).toBe(accountId);
  });

  it('has two accounts if sample data was shown and a partner’s address was saved', async () => {
    const connection = { kind: 'sample', keyStorage: 'session' };
    await write({ baseUrl, connection, hasKeychainEntry: true });
    const { file } = await load();
    const [first, second] = file.all();
    // The keychain entry may belong to another address, so the user must enter the key again. It can still be removed.
    expect(first).toMatchObject({ accountId, keyStorage: null, hasKeychainEntry: true });
    expect(second).toMatchObject({ kind: 'sample', name: 'Dữ liệu mẫu' });
    expect(file.shownAccountId()).toBe(second?.accountId);

    await file.show(accountId);
    expect((await load()).file.all()).toEqual(file.all());
  });
});

describe('a new account', () => {
  it('gets the first free color, or starts again if all are taken', () => {
    expect(freeColor([{ color: 'blue' }, { color: 'teal' }])).toBe('orange');
    const all = accountColors.map((color) => ({ color }));
    expect(freeColor(all)).toBe(accountColors[0]);
  });

  it('gets a unique name of at most 60 characters', () => {
    expect(freeName('host', [{ name: 'host' }, { name: 'host 2' }])).toBe('host 3');
    const long = 'h'.repeat(200);
    const first = freeName(long, []);
    expect(freeName(long, [{ name: first }]).length).toBeLessThanOrEqual(60);
  });
});
