import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import type { Services } from './compose-services.ts';
import { prepareTestFolder } from './files/test-folder.ts';
import { removeKeysAndEnd, runTestCommand, startServices } from './test-commands.ts';

const dataFolder = prepareTestFolder();
const folder = prepareTestFolder();
const names = ['Hà Nội', 'Huế', 'Đà Nẵng'] as const;
let servers: Sandbox[];
let services: Services;

beforeEach(async () => {
  services = await startServices(dataFolder.path, folder.join('downloads'));
  servers = [];
  for (const [at, name] of names.entries()) {
    const apiKey = `sandbox:${randomUUID()}`;
    const server = await startSandbox({ apiKey, tenants: at + 1 });
    servers.push(server);
    const { baseUrl } = server;
    const request = { name, baseUrl, apiKey, keyStorage: 'keychain' } as const;
    await services.connections.add(request, new AbortController().signal);
  }
});

afterEach(async () => {
  await removeKeysAndEnd(services);
  await Promise.all(servers.map((server) => server.close()));
});

/** The first account gets a server error that no retry cures, the second one has lost its key. */
async function breakTwoAccounts(): Promise<void> {
  servers[0]?.setFaults({ answer: { status: 404, body: {} } });
  const [, second] = services.connections.accounts();
  await services.connections.removeKey(second?.accountId ?? '');
}

const failures = [
  { account: 'Hà Nội', ok: false, error: 'wrong_address', exitCode: 6 },
  { account: 'Huế', ok: false, error: 'key_not_saved', exitCode: 5 },
];

it('refreshes the other accounts if some of them fail, and names those', async () => {
  await breakTwoAccounts();
  const { exitCode, output, message } = await runTestCommand(services, {
    name: 'refresh',
    account: null,
  });
  expect(exitCode).toBe(6);
  expect(output).toMatchObject({
    ...{ ok: false, command: 'refresh', account: 'Hà Nội', error: 'wrong_address', exitCode: 6 },
    accounts: [...failures, { account: 'Đà Nẵng', ok: true, rows: 3, complete: true }],
  });
  expect(message.split('\n')).toEqual([
    expect.stringMatching(/^Hà Nội: not refreshed\. .+/),
    expect.stringMatching(/^Huế: not refreshed\. .+/),
    'Đà Nẵng: refreshed, 3 rows in the list',
  ]);
});

it('writes no file if one of the accounts cannot be refreshed', async () => {
  await breakTwoAccounts();
  const path = folder.join('all.csv');
  const choices = { view: null, refreshes: true, scheduleId: null, path };
  const result = await runTestCommand(services, { name: 'export', account: null, ...choices });
  expect(result).toMatchObject({
    exitCode: 6,
    output: {
      ...{ ok: false, command: 'export', error: 'wrong_address' },
      accounts: [...failures, { account: 'Đà Nẵng', ok: true, rows: 3 }],
    },
  });
  expect(await readdir(folder.path)).toEqual([]);
});

it('stops at once if the command is canceled', async () => {
  servers[0]?.setFaults({ hang: {} });
  const asked = servers.map(({ requests }) => requests.length);
  const controller = new AbortController();
  const running = runTestCommand(
    services,
    { name: 'refresh', account: null },
    { signal: controller.signal },
  );
  await expect.poll(() => servers[0]?.requests.length).toBeGreaterThan(asked[0] ?? 0);
  controller.abort();
  expect(await running).toMatchObject({ exitCode: 130, output: { error: 'canceled' } });
  expect(servers[1]?.requests).toHaveLength(asked[1] ?? 0);
});
