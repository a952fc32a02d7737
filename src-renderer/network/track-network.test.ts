import { expect, it } from 'vitest';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Call } from '../bridge/client.ts';
import { trackNetwork } from './track-network.ts';

const accountId = '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11';

/** What is reported when `testConnection` ends with an error of this code. */
async function reportedAfter(code: ErrorCode): Promise<boolean[]> {
  const reported: boolean[] = [];
  const failing: Call = () => Promise.reject(new AppError({ code, message: code }));
  const call = trackNetwork(failing, (isReached) => reported.push(isReached));
  await expect(call('testConnection', { accountId })).rejects.toMatchObject({ code });
  return reported;
}

it.each(['unreachable', 'timed_out', 'proxy_failed'] as const)('%s: out of reach', async (code) => {
  expect(await reportedAfter(code)).toEqual([false]);
});

it.each(['wrong_key', 'rate_limited', 'server_failed'] as const)('%s: in reach', async (code) => {
  expect(await reportedAfter(code)).toEqual([true]);
});

it.each(['canceled', 'keychain_locked', 'store_failed', 'internal'] as const)(
  '%s tells nothing',
  async (code) => {
    expect(await reportedAfter(code)).toEqual([]);
  },
);

it('learns nothing from what this computer answered', async () => {
  const reported: boolean[] = [];
  const failing: Call = () => Promise.reject(new AppError({ code: 'timed_out', message: '' }));
  const call = trackNetwork(failing, (isReached) => reported.push(isReached));
  const request = { accountId, filter: {}, paging: { limit: 50 } } as const;
  await call('listTenants', { ...request, source: 'saved' }).catch(() => undefined);
  expect(reported).toEqual([]);
  await call('listTenants', { ...request, source: 'live' }).catch(() => undefined);
  expect(reported).toEqual([false]);
});
