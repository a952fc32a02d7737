import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createList } from '../../sandbox/create-list.ts';
import { sortFields } from '../../sandbox/sort.ts';
import { parseRequest, type ListRequest, type SandboxTenant } from '../../sandbox/wire.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import { toWireRequest, type TenantQuery } from '../etelecom/wire.ts';
import type { FetchPage } from '../lists/calls.ts';
import { RefreshService } from '../refresh/refresh-service.ts';
import { openStore } from '../store/record-store.ts';
import { listId } from './test-lists.ts';

export interface TestRefreshesOptions {
  /** Changes what the server is asked for. */
  change?: (request: ListRequest) => Partial<ListRequest>;
  /** Changes what the server answers. */
  answer?: (body: { paging: object; tenants: readonly unknown[] }) => object;
}

/**
 * Refreshes a list from the sandbox's rules, without HTTP, with the real service and store, at any time. For tests only.
 */
export class TestRefreshes implements Disposable {
  /** What the server has now. */
  tenants: readonly SandboxTenant[];
  /** What time it is for the app. */
  now = new Date('2026-11-03T02:00:00Z');
  /** The requests since `takeRequests` was called. */
  requests: ListRequest[] = [];
  options: TestRefreshesOptions = {};
  readonly #folder = mkdtempSync(join(tmpdir(), 'refreshes-'));
  readonly store = openStore(this.#folder, { now: () => this.now }).store;
  readonly #service: RefreshService;

  constructor(tenants: readonly SandboxTenant[]) {
    this.tenants = tenants;
    this.#service = new RefreshService(this.store, this.#fetchPage, () => this.now);
  }

  readonly #fetchPage: FetchPage = (query) =>
    new Promise((resolve) => resolve(this.#answer(query)));

  #answer({ filter, sort, paging }: TenantQuery) {
    const wire = toWireRequest({ filter, paging, ...(sort && { sort }) });
    const asked = parseRequest(JSON.stringify(wire));
    this.requests.push(asked);
    const { change = () => ({}), answer = (body) => body } = this.options;
    const { listPage } = createList(this.tenants, sortFields);
    const { rows, paging: answered } = listPage({ ...asked, ...change(asked) });
    const body = answer({ tenants: rows, paging: answered });
    return new TextEncoder().encode(JSON.stringify(body));
  }

  refresh(mode: RefreshRequest['mode'], onProgress: (rows: number) => void = () => undefined) {
    return this.#service.run(
      { listId, mode, filter: {}, fullRefreshHours: 24, historyDays: 400 },
      { signal: new AbortController().signal, onProgress },
    );
  }

  /** Returns the requests since the last call. */
  takeRequests(): ListRequest[] {
    return this.requests.splice(0);
  }

  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  status() {
    return this.store.status(listId);
  }

  /** Returns the saved tenants under the server's names, in the order of their ids. */
  saved() {
    using snapshot = this.store.snapshot([listId]);
    return [...snapshot.tenants({ filter: {}, sort: undefined })]
      .flatMap(({ tenants }) => tenants)
      .map(({ ownerId, connectionId, connectionMethod, createdAt, updatedAt, ...tenant }) => ({
        ...tenant,
        ...{ owner_id: ownerId, connection_id: connectionId, connection_method: connectionMethod },
        ...{ created_at: createdAt, updated_at: updatedAt },
      }))
      .toSorted(byId);
  }

  [Symbol.dispose](): void {
    this.store.close();
    rmSync(this.#folder, { recursive: true });
  }
}

export function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
