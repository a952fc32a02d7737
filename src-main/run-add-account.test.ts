import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import type { Services } from './compose-services.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { endServices, removeKeysAndEnd, runTestCommand, startServices } from './test-commands.ts';

const dataFolder = prepareTestFolder();
let server: Sandbox;
let services: Services;

const start = () => startServices(dataFolder.path, dataFolder.join('downloads'));

function add(apiKey: string | null, baseUrl = server.baseUrl, progress: string[] = []) {
  const command = { name: 'add-account', baseUrl, accountName: null } as const;
  return runTestCommand(services, command, { apiKey, progress });
}

beforeEach(async () => {
  server = await startSandbox({ apiKey: `sandbox:${randomUUID()}`, tenants: 330 });
  services = await start();
});

afterEach(async () => {
  await removeKeysAndEnd(services);
  await server.close();
});

it('tests the key, keeps it in the keychain, and prints the account without the key', async () => {
  const result = await add(`"${server.apiKey}"\n`, ` ${server.baseUrl}/ `);
  const [account] = services.connections.accounts();
  expect(result).toMatchObject({
    exitCode: 0,
    message: 'Account added: 127.0.0.1',
    output: { id: account?.accountId, name: '127.0.0.1', baseUrl: server.baseUrl },
  });
  expect(JSON.stringify(result)).not.toContain(server.apiKey);
  expect(account).toMatchObject({ keyStorage: 'keychain' });

  await endServices(services);
  services = await start();
  const refreshed = await runTestCommand(services, { name: 'refresh', account: '127.0.0.1' });
  expect(refreshed).toMatchObject({ exitCode: 0, output: { accounts: [{ rows: 330 }] } });
  expect(await add(server.apiKey)).toMatchObject({
    exitCode: 5,
    output: { error: 'key_already_added' },
  });
});

it('says that it waits if the server asks for that', async () => {
  server.setFaults({ rateLimit: { retryAfter: 1, times: 1 } });
  const progress: string[] = [];
  expect(await add(server.apiKey, server.baseUrl, progress)).toMatchObject({ exitCode: 0 });
  expect(progress).toEqual([`${server.baseUrl}: waiting to try again`]);
});

it.each([
  ['that is empty', '\n', 'api_key_empty'],
  ['that is not the right one', 'wrong', 'wrong_key'],
  ['that is a text', 'one two', 'api_key_not_ascii'],
  ['that is too long', 'k'.repeat(2_049), 'api_key_too_long'],
])('adds no account for a key %s', async (_what, apiKey, error) => {
  expect(await add(apiKey)).toMatchObject({ exitCode: 5, output: { error } });
  expect(services.connections.accounts()).toEqual([]);
});

it('adds no account for a command of another process, which sends no key', async () => {
  const result = await add(null);
  expect(result).toMatchObject({ exitCode: 8, output: { error: 'app_is_running' } });
  expect(server.requests).toEqual([]);
});

it('adds no account at an address that the organization does not allow', async () => {
  vi.stubEnv('ETELECOM_TENANTS_SERVER_URL', 'https://gateway.company.vn/v1/partner');
  await endServices(services);
  services = await start();
  vi.unstubAllEnvs();
  const result = await add(server.apiKey);
  expect(result).toMatchObject({ exitCode: 6, output: { error: 'address_not_allowed' } });
  expect(server.requests).toEqual([]);
});
