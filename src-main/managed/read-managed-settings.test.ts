import { mkdir, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unmanaged } from '../../src-shared/managed-settings.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { noticesOf, policyPathOf, readManagedSettings } from './read-managed-settings.ts';

const folder = prepareTestFolder();
const missing = () => folder.join('missing', 'policy.json');

const strictest = {
  updates: 'off',
  serverUrl: null,
  allowsConnecting: false,
  allowsSampleData: false,
};

async function readFrom(text: string | Uint8Array, env: NodeJS.ProcessEnv = {}) {
  const path = folder.join('policy.json');
  await writeFile(path, text);
  return { path, settings: await readManagedSettings(path, env) };
}

it('reads nothing where the organization has set nothing', async () => {
  expect(await readManagedSettings(missing(), {})).toEqual(unmanaged);
  expect((await readFrom('{}')).settings).toEqual(unmanaged);
  expect((await readFrom('{"updates":null,"serverUrl":null}')).settings).toEqual(unmanaged);
});

it('reads each setting of the file', async () => {
  const policy = {
    updates: 'ask',
    serverUrl: 'https://gateway.company.vn/partner.Etelecom/GetPartnerTenantList',
    allowsSampleData: false,
  };
  // Notepad may save a byte order mark.
  const { settings } = await readFrom(`\ufeff${JSON.stringify(policy)}`);
  expect(settings).toEqual({
    updates: 'ask',
    serverUrl: 'https://gateway.company.vn/partner',
    allowsConnecting: true,
    allowsSampleData: false,
    unreadable: [],
  });
});

it('reads each variable, and prefers the file', async () => {
  const env = {
    ETELECOM_TENANTS_UPDATES: 'automatic',
    ETELECOM_TENANTS_SERVER_URL: 'https://user.test/v1/partner',
    ETELECOM_TENANTS_ALLOWS_SAMPLE_DATA: 'false',
  };
  const { settings } = await readFrom('{"updates":"off","allowsSampleData":true}', env);
  expect(settings).toMatchObject({
    updates: 'off',
    serverUrl: 'https://user.test/v1/partner',
    allowsSampleData: true,
  });
  expect(await readManagedSettings(missing(), env)).toMatchObject({
    updates: 'automatic',
    allowsSampleData: false,
  });
  expect(await readManagedSettings(missing(), { ETELECOM_TENANTS_UPDATES: '' })).toEqual(unmanaged);
});

describe('a file that cannot be read', () => {
  it.each([
    ['no JSON', '{"updates":'],
    ['an array', '[]'],
    ['a text', '"off"'],
    ['no text', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['an endless file', `{"a":"${'x'.repeat(1_000_001)}"}`],
  ])('sets the strictest settings and is reported: %s', async (_name, text) => {
    const env = { ETELECOM_TENANTS_SERVER_URL: 'https://user.test/v1/partner' };
    const { path, settings } = await readFrom(text, env);
    expect(settings).toEqual({ ...strictest, unreadable: [path] });
    expect(noticesOf(settings)).toMatchObject([{ code: 'policy_unreadable', path }]);
  });

  it('may be a folder', async () => {
    const path = folder.join('policy.json');
    await mkdir(path);
    expect(await readManagedSettings(path, {})).toEqual({ ...strictest, unreadable: [path] });
  });
});

it('replaces only what is invalid by the strictest value', async () => {
  const text =
    '{"updates":"never","serverUrl":"http://plain.test/v1","allowsSampleData":"perhaps"}';
  const { path, settings } = await readFrom(text);
  const unreadable = ['updates', 'serverUrl', 'allowsSampleData'].map(
    (name) => `${path} → ${name}`,
  );
  expect(settings).toEqual({ ...strictest, unreadable });

  const env = { ETELECOM_TENANTS_UPDATES: 'no' };
  const mixed = await readFrom('{"allowsSampleData":false}', env);
  expect(mixed.settings).toEqual({
    ...unmanaged,
    updates: 'off',
    allowsSampleData: false,
    unreadable: ['ETELECOM_TENANTS_UPDATES'],
  });
});

it('reports settings that it does not know, such as misspelled ones', async () => {
  const { path, settings } = await readFrom('{"update":"off"}');
  expect(settings).toEqual({ ...unmanaged, unreadable: [`${path} → update`] });
  const many = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, at) => [`${at}`.repeat(50), 1]),
  );
  const { settings: shortened } = await readFrom(JSON.stringify(many));
  expect(shortened.unreadable.length).toBeLessThanOrEqual(10);
  expect(Math.max(...shortened.unreadable.map(({ length }) => length))).toBeLessThan(500);
});

it('never fails, and never ignores a value', async () => {
  const path = folder.join('policy.json');
  const anything = fc.oneof(fc.json(), fc.constantFrom('"off"', '"ask"', 'true', 'false', 'null'));
  const names = ['updates', 'serverUrl', 'allowsSampleData'] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anything, async (name, json) => {
      await writeFile(path, `{"${name}":${json}}`);
      const settings = await readManagedSettings(path, {});
      const value: unknown = JSON.parse(json);
      const isReported = settings.unreadable.length > 0;
      // A base URL is completed, for example with `https://`.
      const isApplied =
        name === 'serverUrl'
          ? settings.serverUrl !== null
          : String(settings[name]) === value || settings[name] === value;
      expect(isReported).not.toBe(value === null || isApplied);
    }),
  );
});

it('finds the file in the folder of the administrators', () => {
  const env = { ProgramData: 'D:\\ProgramData' };
  expect(policyPathOf('win32', env)).toBe('D:\\ProgramData\\eTelecom Tenants\\policy.json');
  expect(policyPathOf('win32', {})).toBe('C:\\ProgramData\\eTelecom Tenants\\policy.json');
  expect(policyPathOf('darwin', {})).toBe(
    '/Library/Application Support/eTelecom Tenants/policy.json',
  );
  expect(policyPathOf('linux', {})).toBe('/etc/etelecom-tenants/policy.json');
});
