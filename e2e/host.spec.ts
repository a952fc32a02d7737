import { channelNames } from '../src-shared/channel-names.ts';
import { expect, test } from './fixture.ts';
import { violateByFetch } from './violate-by-fetch.ts';

test('the renderer has the bridge and nothing else of the app', async ({ launchApp }) => {
  const { page } = await launchApp();
  const names = await page.evaluate<unknown>('Object.keys(bridge).toSorted()');
  const events = ['onCommand', 'onListsChanged', 'onNotice', 'onProgress', 'onProxyQuestion'];
  expect(names).toEqual([...channelNames, ...events, 'onUpdateStatus'].toSorted());
  const node = '[typeof require, typeof process, typeof module, typeof Buffer]';
  expect(await page.evaluate<unknown>(node)).toEqual(Array(4).fill('undefined'));
});

test('the renderer cannot reach the network, navigate or open windows', async ({ launchApp }) => {
  const { page } = await launchApp();
  const address = page.url();
  expect(await violateByFetch(page)).toBe('connect-src');
  expect(await page.evaluate<unknown>(`open('https://example.com/')`)).toBeNull();
  await page.evaluate(`void (location.href = 'https://example.com/')`);
  await expect.poll(() => page.evaluate<unknown>('document.readyState')).toBe('complete');
  expect(page.url()).toBe(address);
});

test('invalid requests of the renderer are refused with an error', async ({ launchApp }) => {
  const { page } = await launchApp();
  const codes = await page.evaluate<unknown>(`(async () => {
    const { accountId } = (await bridge.addSampleData({})).value;
    const answers = await Promise.all([
      bridge.listTenants({ accountId, source: 'live', filter: {}, paging: { limit: 1000 } }),
      bridge.listTenants(undefined),
      bridge.savePreferences({ language: 'xx' }),
      bridge.showExport({ accountId, exportId: crypto.randomUUID() }),
      bridge.showExport({ accountId, exportId: '/etc/passwd' }),
      bridge.testConnection({ accountId: crypto.randomUUID() }),
    ]);
    return answers.map(({ error }) => error.code);
  })()`);
  expect(codes).toEqual([...Array<string>(5).fill('invalid_request'), 'not_connected']);
});
