import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Baseline } from '../../src-shared/changes.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import type { Fetch } from '../etelecom/transport.ts';
import { listId, startLists, textOf, type TestLists } from './test-lists.ts';

const good = { baseUrl: 'http://good.test/v1', apiKey: 'good' };
const hostile = { baseUrl: 'http://hostile.test/v1', apiKey: 'hostile' };
const goodList = 'list of another account';

/** The cursor that a request asks for; 0 for the first page. */
function placeOf(init: RequestInit): number {
  return Number(/"after":"x*(\d+)"/.exec(textOf(init))?.[1] ?? 0);
}

/** Returns a page of tenants with names of this length, and the cursor of the next page. */
function page(
  init: RequestInit,
  { rows = 300, letters = 8, cursorLength = 0, generation = 0 } = {},
): string {
  const from = placeOf(init);
  const to = Math.min(from + 100, rows);
  const tenants = Array.from({ length: to - from }, (_, at) => ({
    id: String(from + at + 1),
    name: `${'ộ'.repeat(letters)} ${(from + at) * 7919 + generation}`,
  }));
  const next = to < rows ? 'x'.repeat(cursorLength) + String(to) : '';
  return JSON.stringify({ paging: { limit: 100, next }, tenants });
}

describe('a hostile server', () => {
  let answer: (init: RequestInit) => BodyInit;
  let lists: TestLists;
  beforeAll(async () => {
    const fetch: Fetch = (url, init) =>
      Promise.resolve(new Response(url.startsWith(hostile.baseUrl) ? answer(init) : page(init)));
    lists = await startLists({ fetch });
    answer = page;
    await lists.refresh(hostile);
  });
  afterAll(() => lists[Symbol.asyncDispose]());

  const wide = (name: string, value: string) =>
    `{"paging":{"limit":1},"tenants":[],"${name}":${value}}`;
  it.each<[string, (init: RequestInit) => BodyInit, ErrorCode]>([
    [
      'too many bytes',
      () => wide('a', `["${'x'.repeat(400_000)}"${',0'.repeat(10_000_000)}]`),
      'answer_too_large',
    ],
    ['a text of 19 MB', () => wide('a', `"${'x'.repeat(19_000_000)}"`), 'answer_too_large'],
    [
      'a name of 100,000 letters',
      (init) => page(init, { rows: 1, letters: 100_000 }),
      'answer_too_large',
    ],
    [
      'a depth of a million',
      () => wide('a', '['.repeat(1_000_000) + ']'.repeat(1_000_000)),
      'answer_too_large',
    ],
    ['nine million values', () => wide('a', `[${'0,'.repeat(9_000_000)}0]`), 'answer_too_large'],
    [
      'a hundred thousand rows',
      () => `{"paging":{"limit":1},"tenants":[${'{},'.repeat(100_000)}{}]}`,
      'answer_too_large',
    ],
    [
      'ever longer cursors',
      (init) => page(init, { rows: 1e9, cursorLength: 500 + 2 * placeOf(init) }),
      'answer_too_large',
    ],
  ])('that sends %s is refused, and nothing else is harmed', async (_name, hostileAnswer, code) => {
    answer = hostileAnswer;
    const failed = expect(lists.refresh(hostile)).rejects.toMatchObject({ code });
    const run = await lists.refresh(good, { listId: goodList });
    expect(run).toMatchObject({ rows: 300, isComplete: true });
    await failed;
    expect(await lists.status()).toMatchObject({ state: 'complete', tenants: 300 });
    // The worker did not die.
    expect(lists.threads).toHaveLength(1);
  });
});

it(
  'saves, sorts and searches names that are larger than the heap',
  { timeout: 180_000 },
  async () => {
    const size = { rows: 2_500, letters: 8_000 };
    await using lists = await startLists({
      fetch: (_url, init) => Promise.resolve(new Response(page(init, size))),
      resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
    });
    expect(await lists.refresh(good)).toMatchObject({ rows: size.rows, isComplete: true });
    const sorted = await lists.list({ sort: [{ field: 'name', direction: 'descending' }] });
    const next = await lists.list({
      sort: [{ field: 'name', direction: 'descending' }],
      paging: { limit: 100, after: sorted.paging.next ?? '' },
    });
    // Names that begin with the same letters are sorted by id.
    expect([...sorted.tenants, ...next.tenants].map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 200 }, (_, at) => at + 1),
    );
    expect(next.tenants[0]?.name).toHaveLength(size.letters + ' 791900'.length);
    expect((await lists.list({ filter: { name: 'oooo' } })).total).toBe(size.rows);
    expect(lists.threads).toHaveLength(1);
  },
);

/** The worker's limits in the app. */
const limitsInApp = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 };

describe('a server whose rows change in each refresh', () => {
  it('can have long names at every earlier moment', { timeout: 180_000 }, async () => {
    const size = { rows: 300, letters: 8_000 };
    let generation = 0;
    await using lists = await startLists({
      fetch: (_url, init) => Promise.resolve(new Response(page(init, { ...size, generation }))),
      resourceLimits: { ...limitsInApp, maxOldGenerationSizeMb: 128 },
    });
    const nameOf = (of: number) => `${'ộ'.repeat(size.letters)} ${of}`;
    const moments: string[] = [];
    for (; generation < 2; generation++) {
      await lists.refresh(good);
      moments.push((await lists.status()).completeRun?.endedAt ?? '');
    }
    expect(await lists.lists.call('countUnseen', { listIds: [listId] })).toEqual([size.rows]);
    const filter = { change: 'changed', since: moments[0] ?? '' } as const;
    const [first] = (await lists.list({ filter })).tenants;
    expect(first?.change?.fields).toEqual([{ field: 'name', before: nameOf(0), after: nameOf(1) }]);
    for (const [of, asOf] of moments.entries()) {
      const past = await lists.list({
        filter: { asOf, name: 'oooo' },
        sort: [{ field: 'name', direction: 'ascending' }],
      });
      expect(past).toMatchObject({ total: size.rows, tenants: { 0: { name: nameOf(of) } } });
    }
    expect(lists.threads).toHaveLength(1);
  });

  it('can have too many long names to compare', { timeout: 180_000 }, async () => {
    const size = { rows: 500, letters: 8_000 };
    let generation = 0;
    await using lists = await startLists({
      fetch: (_url, init) => Promise.resolve(new Response(page(init, { ...size, generation }))),
      resourceLimits: limitsInApp,
    });
    for (; generation < 3; generation++) await lists.refresh(good);
    const changesSince = (since: Baseline) =>
      lists.lists.call('getChanges', { lists: [{ listId, accountId: 'account' }], since });
    expect(await lists.lists.call('countUnseen', { listIds: [listId] })).toEqual([size.rows]);
    await expect(changesSince('seen')).rejects.toMatchObject({ code: 'history_too_large' });
    expect(await changesSince('lastRefresh')).toMatchObject({ counts: { changed: size.rows } });
    expect(lists.threads).toHaveLength(1);
  });
});
