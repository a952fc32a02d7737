import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { PageSize } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { FoundChange } from './history.ts';
import type { TenantStore } from './tenant-store.ts';

/** What the tests of the store have in common. */
export const account = '5f0c954e-2f0e-4a4b-8d3a-0d2b1f3f5a11';
export const otherAccount = 'a6f2bd3c-8b3f-4d7e-9a54-3c1e7f9b2d22';

/** A folder that is gone when the test is. */
export class TestFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'store-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

export function makeTenant(id: number | string, changes: Partial<Tenant> = {}): Tenant {
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

export function makePage(tenants: readonly Tenant[], cursor: string | null = null) {
  const rows = tenants.map((tenant) => ({ tenant, raw: JSON.stringify(tenant) }));
  return { rows, unreadable: [], cursor, milliseconds: 10 };
}

/** A run from its beginning to its end. */
export function saveRun(
  store: TenantStore,
  tenants: readonly Tenant[],
  filter: { name?: string; ownerId?: string } = {},
  accountId = account,
) {
  const runId = store.beginRun(accountId, filter);
  store.addPage(runId, makePage(tenants));
  return store.completeRun(runId);
}

/** Every page from the first to the last by `next`, or from the last to the first by `prev`. */
export function readAllPages(
  store: TenantStore,
  query: { filter: Filter; sort?: Sort[] | undefined },
  limit: PageSize,
) {
  const list = (cursor: { after?: string; before?: string }) =>
    store.list(account, { ...query, paging: { ...cursor, limit } });
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
  store: TenantStore,
  filter: Filter = {},
  sort?: Sort[],
  accountId = account,
): Tenant[] {
  using snapshot = store.snapshot([accountId]);
  return [...snapshot.tenants({ filter, sort })].flatMap(({ tenants }) => tenants);
}

/** What the last complete run found. */
export function lastChanges(store: TenantStore): FoundChange[] {
  using snapshot = store.snapshot([account]);
  return [...snapshot.changes()].flat();
}
