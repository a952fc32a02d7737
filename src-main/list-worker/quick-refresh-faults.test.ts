import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../../sandbox/generate.ts';
import { AppError } from '../../src-shared/errors.ts';
import { TestRefreshes } from './test-refreshes.ts';

let refreshes: TestRefreshes;
beforeEach(async () => {
  refreshes = new TestRefreshes(generateTenants({ count: 400, seed: 1 }));
  await refreshes.refresh('quick');
  refreshes.pass(15);
});
afterEach(() => refreshes[Symbol.dispose]());

describe('a quick refresh', () => {
  it('that fails because the server does is not switched off', async () => {
    refreshes.options = {
      answer: () => {
        throw new AppError({ code: 'server_failed', message: 'Down' });
      },
    };
    await expect(refreshes.refresh('quick')).rejects.toMatchObject({ code: 'server_failed' });
    refreshes.options = {};
    expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'quick' });
  });
});

describe('a quick refresh reads the whole list', () => {
  /** Refuses the sorted page some times, as the API client reports it. */
  function refuseSorted(times: number, code: 'request_refused' | 'wrong_address') {
    let left = times;
    refreshes.options = {
      change: ({ sort }) => {
        if (sort === '' || left-- <= 0) return {};
        throw new AppError({ code, message: 'Refused' });
      },
    };
  }

  it.each(['request_refused', 'wrong_address'] as const)(
    'if the server answers the order with %s, and from then on only if it does so again',
    async (code) => {
      refuseSorted(1, code);
      expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full' });
      expect(refreshes.status().quickRefreshOff).toBeNull();
      expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'quick' });
      refuseSorted(2, code);
      expect(await refreshes.refresh('quick')).toMatchObject({ kind: 'full' });
      expect(refreshes.status().quickRefreshOff).toMatchObject({ reason: 'unsorted' });
    },
  );

  it('for seven days, and then tries a quick one again', async () => {
    refuseSorted(2, 'request_refused');
    const kinds: string[] = [];
    for (let day = 0; day <= 8; day++) {
      kinds.push((await refreshes.refresh('quick')).kind);
      refreshes.pass(24 * 60);
    }
    expect(kinds).toEqual([...Array.from({ length: 8 }, () => 'full'), 'quick']);
    expect(refreshes.status().quickRefreshOff).toBeNull();
  });

  const texts = Array.from({ length: 10 }, () => 'x'.repeat(480_000));
  const unreadable = Array.from({ length: 2_900 }, () => 0);
  it.each<[string, number, object, readonly unknown[]]>([
    ['20 MB', 5, { texts }, []],
    ['10,000 rows', 4, {}, unreadable],
  ])('if it has read %s, which are %i pages', async (_name, pages, members, rows) => {
    using long = new TestRefreshes(generateTenants({ count: 2_000, seed: 1 }));
    await long.refresh('whole');
    long.takeRequests();
    long.tenants = long.tenants.map((tenant) => ({
      ...tenant,
      updated_at: '2026-11-03T02:10:00Z',
    }));
    long.options = {
      answer: (body) =>
        long.requests.at(-1)?.sort === ''
          ? body
          : { ...body, ...members, tenants: [...body.tenants, ...rows] },
    };
    await long.refresh('quick');
    expect(long.requests.filter(({ sort }) => sort !== '')).toHaveLength(pages);
    expect(long.status().quickRefreshOff).toBeNull();
  });
});
