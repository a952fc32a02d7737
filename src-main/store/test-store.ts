import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import type { Filter, ListedRecord, Sort } from '../../src-shared/list-tenants.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { PageSize } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordStore } from './record-store.ts';

export const listId = '5f0c954e-2f0e-4a4b-8d3a-0d2b1f3f5a11';
export const otherListId = 'a6f2bd3c-8b3f-4d7e-9a54-3c1e7f9b2d22';

/** A temporary folder that is deleted at the end of the test. */
export class StoreFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'store-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

export function makeTenant(id: number | string, changes: Partial<ListRecord> = {}): ListRecord {
  return {
    id: String(id),
    name: `Tổng đài ${id}`,
    domain: `dn-${id}.etelecom.vn`,
    status: 'P',
    ownerId: '1001',
    connectionMethod: 'direct',
    connectionId: null,
    createdAt: '2024-01-02T03:04:05Z',
    updatedAt: '2024-01-02T03:04:05Z',
    ...changes,
  };
}

export function makePage(tenants: readonly ListRecord[], cursor: string | null = null) {
  const rows = tenants.map((tenant) => ({ tenant, raw: JSON.stringify(tenant) }));
  return { rows, unreadable: [], cursor, milliseconds: 10 };
}

/** Saves a complete run of one page, even if it shrinks the list. */
export function saveRun(
  store: RecordStore,
  tenants: readonly ListRecord[],
  filter: { name?: string; ownerId?: string } = {},
  savedListId = listId,
) {
  const runId = store.beginRun(savedListId, filter);
  store.addPage(runId, makePage(tenants));
  return completeRun(store, runId, savedListId);
}

/** Saves a complete quick run of one page. */
export function saveQuickRun(
  store: RecordStore,
  tenants: readonly ListRecord[],
  startedAt = new Date(),
): RefreshRun {
  const { rows } = makePage(tenants);
  return store.completeQuickRun(listId, {
    ...{ rows, unreadable: [], pages: 1, duplicates: 0, milliseconds: 10 },
    startedAt: startedAt.toISOString(),
  });
}

/**
 * Makes a list have exactly these tenants. The list is emptied first, because rows without an id would otherwise keep
 * tenants in it.
 */
export function saveAfresh(
  store: RecordStore,
  tenants: readonly ListRecord[],
  savedListId = listId,
): void {
  saveRun(store, [], {}, savedListId);
  saveRun(store, tenants, {}, savedListId);
}

/** Completes a run, even if it shrinks the list. */
function completeRun(store: RecordStore, runId: number, savedListId = listId): RefreshRun {
  try {
    return store.completeRun(runId);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'list_shrank')) throw error;
    store.decideShrunkRun(savedListId, runId, true);
    const run = store.status(savedListId).completeRun;
    if (run === null) throw error;
    return run;
  }
}

/** Reads all pages twice: forward with `next`, then backward with `prev`. Both results are in list order. */
export function readAllPages(
  store: RecordStore,
  query: { filter: Filter; sort?: Sort[] | undefined },
  limit: PageSize,
) {
  const list = (cursor: { after?: string; before?: string }) =>
    store.list([listId], { ...query, paging: { ...cursor, limit } });
  const forward = [list({})];
  for (let next = forward[0]?.paging.next ?? null; next !== null;) {
    const page = list({ after: next });
    forward.push(page);
    next = page.paging.next;
  }
  const last = forward.at(-1);
  const backward = last === undefined ? [] : [last];
  for (let prev = last?.paging.prev ?? null; prev !== null;) {
    const page = list({ before: prev });
    backward.unshift(page);
    prev = page.paging.prev;
  }
  return { forward, backward };
}

export function listAll(
  store: RecordStore,
  filter: Filter = {},
  sort?: readonly Sort[],
  savedListId = listId,
): ListedRecord[] {
  using snapshot = store.snapshot([savedListId]);
  return [...snapshot.tenants({ filter, sort })].flatMap(({ tenants }) => tenants);
}

/** Reads the changes that the last complete run found. */
export function lastChanges(store: RecordStore) {
  return listAll(store, { change: 'any' }).map(({ change, ...tenant }) => ({
    kind: change?.kind,
    tenant,
    fields: change?.fields,
  }));
}
