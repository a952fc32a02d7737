import { expect, it } from 'vitest';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Call } from '../bridge/call.ts';
import { trackNetwork } from './track-network.ts';

const accountId = '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11';

/** Returns what is reported after `testConnection` has failed with this code. */
async function reportedAfter(code: ErrorCode): Promise<boolean[]> {
  const reported: boolean[] = [];
  const failing: Call = () => Promise.reject(new AppError({ code, message: code }));
  const call = trackNetwork(failing, (_, isReachable) => reported.push(isReachable));
  await expect(call('testConnection', { accountId })).rejects.toMatchObject({ code });
  return reported;
}

it.each(['unreachable', 'timed_out', 'proxy_failed'] as const)(
  'reports the server as unreachable after %s',
  async (code) => {
    expect(await reportedAfter(code)).toEqual([false]);
  },
);

it.each(['wrong_key', 'rate_limited', 'server_failed'] as const)(
  'reports the server as reachable after %s',
  async (code) => {
    expect(await reportedAfter(code)).toEqual([true]);
  },
);

it.each(['canceled', 'keychain_locked', 'store_failed', 'internal'] as const)(
  'reports nothing after %s',
  async (code) => {
    expect(await reportedAfter(code)).toEqual([]);
  },
);

it('reports nothing after a call that needs no server', async () => {
  const reported: boolean[] = [];
  const failing: Call = () => Promise.reject(new AppError({ code: 'timed_out', message: '' }));
  const call = trackNetwork(failing, (_, isReachable) => reported.push(isReachable));
  const request = { accountId, filter: {}, paging: { limit: 50 } } as const;
  await call('listTenants', { ...request, source: 'saved' }).catch(() => undefined);
  expect(reported).toEqual([]);
  await call('listTenants', { ...request, source: 'live' }).catch(() => undefined);
  expect(reported).toEqual([false]);
});

it('reports the server of the called account, not of the shown one', async () => {
  const reported: unknown[] = [];
  const failing: Call = () => Promise.reject(new AppError({ code: 'unreachable', message: '' }));
  const call = trackNetwork(failing, (...report) => reported.push(report));
  const request = { accountId, mode: 'quick', filter: {} } as const;
  await call('refreshList', request).catch(() => undefined);
  expect(reported).toEqual([[accountId, false]]);
});
