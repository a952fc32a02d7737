import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EtelecomClient } from '../../src-main/etelecom/client.ts';
import { RefreshService } from '../../src-main/refresh/refresh-service.ts';
import { openStore } from '../../src-main/store/record-store.ts';
import { startApp } from './app.ts';
import { httpFetch } from '../http-fetch.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import { quantile } from './measures.ts';

/** Returns the median time of `count` requests of a page without the app, after five to warm up. */
export async function timeOfOneRequest(sandbox: SandboxProcess, count: number): Promise<number> {
  const times: number[] = [];
  for (let request = -5; request < count; request += 1) {
    const start = performance.now();
    const { body } = await httpFetch(`${sandbox.baseUrl}.Etelecom/GetPartnerTenantList`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${sandbox.apiKey}`,
      },
      body: JSON.stringify({ paging: { limit: 100 } }),
      signal: new AbortController().signal,
    });
    if (body !== null) await text(body);
    if (request >= 0) times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

/**
 * Returns the median time of three full refreshes through the worker, the first one and two without changes, and that of
 * nine quick refreshes without news.
 */
export async function timeRefreshes(sandbox: SandboxProcess) {
  await using app = await startApp(sandbox);
  await app.status();
  const times: number[] = [];
  let requests = 0;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    const { pages } = await app.refresh();
    // Another request asks for the hotlines, of which there are none.
    requests = pages + 1;
    times.push(performance.now() - start);
  }
  const quickTimes: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    const { kind } = await app.refresh('quick');
    if (kind !== 'quick') throw new Error('The list was read in full');
    quickTimes.push(performance.now() - start);
  }
  return { requests, milliseconds: quantile(times, 0.5), quick: quantile(quickTimes, 0.5) };
}

/** Returns the share of a refresh, all in one thread, that the store takes. */
export async function storingShare(sandbox: SandboxProcess): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const { store } = openStore(folder);
  let storing = 0;
  const timed = <Value>(work: () => Value): Value => {
    const start = performance.now();
    try {
      return work();
    } finally {
      storing += performance.now() - start;
    }
  };
  const client = new EtelecomClient({ fetch: httpFetch });
  const refreshService = new RefreshService(
    {
      status: (listId) => timed(() => store.status(listId)),
      beginRun: (listId, filter) => timed(() => store.beginRun(listId, filter)),
      resumableRun: (listId) => timed(() => store.resumableRun(listId)),
      resumeRun: (runId) => timed(() => store.resumeRun(runId)),
      addPage: (runId, page) => timed(() => store.addPage(runId, page)),
      completeRun: (runId, historyDays) => timed(() => store.completeRun(runId, historyDays)),
      interruptRun: (runId, code) => timed(() => store.interruptRun(runId, code)),
      quickCutoff: (listId) => timed(() => store.quickCutoff(listId)),
      areInList: (listId, tenants) => timed(() => store.areInList(listId, tenants)),
      completeQuickRun: (listId, run, historyDays) =>
        timed(() => store.completeQuickRun(listId, run, historyDays)),
      setQuickOff: (listId, reason) => timed(() => store.setQuickOff(listId, reason)),
    },
    ({ filter, paging }, signal) => client.fetchPage(sandbox, { filter, paging }, signal),
  );
  const start = performance.now();
  await refreshService.run(
    { listId: 'bench', mode: 'whole', filter: {}, fullRefreshHours: 24, historyDays: 400 },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const share = storing / (performance.now() - start);
  store.close();
  await rm(folder, { recursive: true });
  return share;
}
