import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Retry } from '../../src-shared/retry.ts';
import type { Faults } from '../../sandbox/faults.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { maximumPagesWithoutNewRows } from '../etelecom/paging-guard.ts';
import { listId, savedIds, startLists, textOf, type TestLists } from './test-lists.ts';

const apiKey = 'key';

let sandbox: Sandbox;
let lists: TestLists;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey, tenants: 450 });
  lists = await startLists();
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await sandbox.close();
});

const truth = () => sandbox.tenants.map(({ id }) => id).toSorted();
const cursorsSent = () =>
  sandbox.requests.map(({ body }) => /"after":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? null);

/** Starts a run and cancels it after its second page. */
async function cancelAfterTwoPages() {
  const controller = new AbortController();
  const run = lists.refresh(
    sandbox,
    {},
    {
      signal: controller.signal,
      onProgress: (rows) => {
        if (rows === 200) controller.abort();
      },
    },
  );
  await expect(run).rejects.toMatchObject({ code: 'canceled' });
}

describe('a refresh', () => {
  it('reads every page and reports its progress', async () => {
    const progress: (readonly [number, number | undefined])[] = [];
    const onProgress = (rows: number, ofRows?: number) => progress.push([rows, ofRows]);
    const run = await lists.refresh(sandbox, {}, { onProgress });
    expect(run).toMatchObject({ pages: 5, rows: 450, duplicates: 0, isComplete: true });
    expect(progress).toEqual([100, 200, 300, 400, 450].map((rows) => [rows, undefined]));
    expect((await savedIds(lists)).toSorted()).toEqual(truth());

    progress.length = 0;
    await lists.refresh(sandbox, {}, { onProgress });
    expect(progress).toEqual([100, 200, 300, 400, 450].map((rows) => [rows, 450]));
    expect((await lists.status()).completeRun?.changes).toEqual({ new: 0, changed: 0, gone: 0 });
  });

  it('ends if the server ends with an empty page', async () => {
    sandbox.setFaults({ cursorsAtEnds: {} });
    expect(await lists.refresh(sandbox)).toMatchObject({ rows: 450, isComplete: true });
  });

  it('keeps its pages and its cursor when it is canceled, and resumes there', async () => {
    await cancelAfterTwoPages();
    const interrupted = await lists.status();
    expect(interrupted.state).toBe('partial');
    expect(interrupted.interruptedRun).toMatchObject({ errorCode: 'canceled', isComplete: false });
    expect(interrupted.tenants).toBe(interrupted.interruptedRun?.rows);
    const asked = sandbox.requests.length;
    const run = await lists.refresh(sandbox, { mode: 'resume' });
    expect(run).toMatchObject({ pages: 5, rows: 450, duplicates: 0, isComplete: true });
    expect(cursorsSent()[asked]).not.toBeNull();
    expect((await savedIds(lists)).toSorted()).toEqual(truth());
    expect((await lists.status()).interruptedRun).toBeNull();
  });

  it('resumes after a restart', async () => {
    await cancelAfterTwoPages();
    await lists.lists.close();
    await using next = await startLists({ dataFolder: lists.folder });
    const asked = sandbox.requests.length;
    const run = await next.refresh(sandbox, { mode: 'resume' });
    expect(run).toMatchObject({ pages: 5, rows: 450, isComplete: true });
    expect(cursorsSent()[asked]).not.toBeNull();
  });

  it('starts again if its cursor has expired', async () => {
    await cancelAfterTwoPages();
    const asked = sandbox.requests.length;
    const body = { code: 'invalid_argument', msg: 'cursor hết hạn' };
    sandbox.setFaults({ answer: { status: 400, body, times: 1 } });
    const run = await lists.refresh(sandbox, { mode: 'resume' });
    expect(run).toMatchObject({ pages: 5, rows: 450, isComplete: true });
    expect(cursorsSent().slice(asked, asked + 2)).toEqual([expect.any(String), null]);
  });

  it('starts again only once', async () => {
    const body = JSON.stringify({ code: 'not_found', msg: '' });
    const headers = { 'Content-Type': 'application/json' };
    await using forgetful = await startLists({
      fetch: (url, init) =>
        textOf(init).includes('"after"')
          ? Promise.resolve(new Response(body, { status: 404, headers }))
          : fetch(url, init),
    });
    await expect(forgetful.refresh(sandbox)).rejects.toMatchObject({ code: 'cursor_expired' });
    expect(sandbox.requests).toHaveLength(2);
  });

  it('ends if each page has a new cursor but no new row', async () => {
    let asked = 0;
    await using endless = await startLists({
      fetch: () => {
        const paging = { next: String(++asked) };
        return Promise.resolve(Response.json({ paging, tenants: [{ id: '1' }, { id: '2' }] }));
      },
    });
    const rows = new Set<number>();
    const refreshed = endless.refresh(sandbox, {}, { onProgress: (read) => rows.add(read) });
    await expect(refreshed).rejects.toMatchObject({ code: 'cursor_repeated' });
    expect([...rows]).toEqual([2]);
    expect(asked).toBeLessThanOrEqual(maximumPagesWithoutNewRows + 3);
  });

  it('begins at the first page if there is nothing to resume', async () => {
    expect(await lists.refresh(sandbox, { mode: 'resume' })).toMatchObject({ rows: 450 });
    expect(await lists.refresh(sandbox, { mode: 'resume' })).toMatchObject({ pages: 5 });
  });

  const unauthenticated = {
    status: 401,
    body: { code: 'unauthenticated', msg: 'Khóa đã thu hồi' },
  };
  const onePage = { tenants: [{ id: '1' }], paging: { limit: 100, next: '' } };
  const longName = { tenants: [{ id: '1', name: 'x'.repeat(40_000) }], paging: { limit: 100 } };
  it.each<[string, Faults, string]>([
    ['its key is revoked', { answer: { ...unauthenticated, after: 2 } }, 'wrong_key'],
    ['the network is cut', { cut: { at: 'mid-body', after: 2 } }, 'unreachable'],
    ['429 does not end', { rateLimit: { retryAfter: 0, after: 2 } }, 'rate_limited'],
    ['a server fails', { status: { status: 500, after: 2 } }, 'server_failed'],
    ['a cursor is repeated', { repeatCursor: { after: 2 } }, 'cursor_repeated'],
    ['a gateway shows a page', { html: { status: 200, after: 2 } }, 'not_this_api'],
    [
      'a part of a page comes',
      { answer: { status: 206, body: onePage, after: 2 } },
      'answer_incomplete',
    ],
    ['rows are missing', { answer: { body: { tenants: null }, after: 2 } }, 'answer_incomplete'],
    ['paging is missing', { answer: { body: { tenants: [] }, after: 2 } }, 'answer_incomplete'],
    ['a name is too long', { answer: { body: longName, after: 2 } }, 'answer_too_large'],
  ])('keeps the saved list if %s during the run', async (_name, faults, code) => {
    await lists.refresh(sandbox);
    sandbox.setFaults(faults);
    await expect(lists.refresh(sandbox)).rejects.toMatchObject({ code });
    const status = await lists.status();
    expect(status).toMatchObject({ state: 'complete', tenants: 450 });
    expect(status.interruptedRun).toMatchObject({ errorCode: code, isComplete: false });
    expect((await savedIds(lists)).toSorted()).toEqual(truth());

    sandbox.setFaults({});
    const run = await lists.refresh(sandbox, { mode: 'resume' });
    expect(run).toMatchObject({ rows: 450, isComplete: true });
    expect((await lists.status()).completeRun?.changes).toEqual({ new: 0, changed: 0, gone: 0 });
  });

  it('survives some answers with 429, and a restart of the server', async () => {
    sandbox.setFaults({ rateLimit: { retryAfter: 0, after: 1, times: 3 } });
    expect(await lists.refresh(sandbox)).toMatchObject({ rows: 450, isComplete: true });

    sandbox.setFaults({ latency: { milliseconds: 20 } });
    let restarted: Promise<Sandbox> | undefined;
    const port = Number(new URL(sandbox.baseUrl).port);
    const onProgress = (rows: number) => {
      if (rows === 200 && restarted === undefined)
        restarted = sandbox.close().then(() => startSandbox({ apiKey, tenants: 450, port }));
    };
    expect(await lists.refresh(sandbox, {}, { onProgress })).toMatchObject({ rows: 450 });
    await (await restarted)?.close();
  });

  it('reports when it will repeat a request', async () => {
    sandbox.setFaults({ rateLimit: { retryAfter: 0, after: 2, times: 1 } });
    const start = Date.now();
    const reports: { rows: number; retry: Retry }[] = [];
    await lists.refresh(
      sandbox,
      {},
      {
        onProgress: (rows, _ofRows, retry) => {
          if (retry !== undefined) reports.push({ rows, retry });
        },
      },
    );
    expect(reports).toHaveLength(1);
    expect(reports[0]?.retry.at).toBeGreaterThanOrEqual(start);
    expect(reports[0]?.retry.reason).toBe('askedToWait');
  });

  it('keeps the saved list if the server says that it is empty, and waits for a decision', async () => {
    await lists.refresh(sandbox);
    for (const tenants of [null, []]) {
      sandbox.setFaults({ answer: { body: { tenants, paging: { limit: 100, next: '' } } } });
      await expect(lists.refresh(sandbox)).rejects.toMatchObject({ code: 'list_shrank' });
      const { runId = 0, rows } = (await lists.status()).shrunkRun ?? {};
      expect(rows).toBe(0);
      expect(await lists.status()).toMatchObject({ tenants: 450, interruptedRun: null });
      await lists.lists.call('decideShrunkList', { listId, runId, use: tenants !== null });
    }
    expect(await lists.status()).toMatchObject({ state: 'complete', tenants: 0, shrunkRun: null });
  });

  it('counts unreadable rows', async () => {
    sandbox.setFaults({ unreadableRow: { after: 1, times: 2 } });
    const run = await lists.refresh(sandbox);
    expect(run).toMatchObject({ rows: 448, unreadableRows: 2, isComplete: true });
  });

  it('keeps every digit of the server’s answer', async () => {
    sandbox.setFaults({ awkward: { every: 1, kinds: ['ids-number'] } });
    await lists.refresh(sandbox);
    const [id = ''] = truth();
    const { tenant, raw } = await lists.lists.call('getTenant', {
      listId: 'account server',
      tenantId: id,
    });
    expect(tenant.id).toBe(id);
    expect(raw).toContain(`"id":${id},`);
  });
});
