import { recordKinds, type RecordKind } from '../../src-shared/record-kinds.ts';
import { createClock, type TimeZone } from '../../src-shared/time-zone.ts';
import { findSelected } from '../export/selected-rows.ts';
import { withRecords } from '../list-ids.ts';
import type { WorkerCalls } from '../lists/calls.ts';
import type { HandlersOf } from '../rpc/calls.ts';
import { joinStatuses, offeredLists } from '../store/join-statuses.ts';
import { OwnerHotlines } from '../store/owner-hotlines.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createWorkerAnnotationHandlers } from './annotation-handlers.ts';
import { createWorkerExportHandlers } from './export-handlers.ts';
import { listsWith, runOnStore } from './open-record-lists.ts';
import type { OpenedLists } from './opened-lists.ts';
import type { WorkerParts } from './worker-parts.ts';

/** Returns the handlers of the calls from the main thread. */
export function createWorkerHandlers(parts: WorkerParts): HandlersOf<WorkerCalls> {
  const { savedLists, annotations, computerZone } = parts;
  const run = <Value>(
    listId: string | undefined,
    call: (store: RecordStore) => Value | Promise<Value>,
  ) => runOnStore(savedLists, listId, call);
  /** Deletes lists of both kinds. @param idsOf returns the ids of the lists in a store. */
  const remove = async (idsOf: (store: RecordStore, records: RecordKind) => readonly string[]) => {
    // Both are read before one of them loses its rows.
    const found: { opened: OpenedLists; ids: readonly string[] }[] = [];
    for (const records of recordKinds) {
      const opened = savedLists[records];
      found.push({ opened, ids: await opened.run(() => idsOf(opened.get().store, records)) });
    }
    for (const { opened, ids } of found) {
      for (const id of ids) await opened.get().refreshService.cancel(id);
      await opened.run(() => opened.get().store.removeLists(ids));
    }
    return null;
  };
  const clockOf = (timeZone: TimeZone) => createClock(timeZone, computerZone);
  const ownerHotlines = new OwnerHotlines(() => savedLists.hotlines.get().store);
  return {
    ...createWorkerAnnotationHandlers(parts, ownerHotlines),
    ...createWorkerExportHandlers(parts, ownerHotlines),
    getNotices: () =>
      [savedLists.tenants.notice, savedLists.hotlines.notice, annotations.notice].flatMap(
        (notice) => notice?.toFields() ?? [],
      ),
    getSavedList: ({ listIds }) =>
      run(listIds[0], (store) => {
        const statusOf = (listId: string) => store.status(listId);
        return joinStatuses(offeredLists(listIds, statusOf).map(statusOf));
      }),
    listTenants: ({ listIds, filter, sort, paging }) => {
      const query = { filter, paging, ...(sort && { sort }) };
      return run(listIds[0], (store) => {
        const page = store.list(listIds, query);
        return { ...page, tenants: ownerHotlines.addTo(page) };
      });
    },
    matchValues: ({ listIds, matching }) =>
      run(listIds[0], (store) => store.matchValues(listIds, matching)),
    getFacets: ({ listIds, lists, filter, timeZone }) =>
      run(listIds[0], (store) => {
        const counts = store.countByList(
          lists.map(({ listId }) => listId),
          filter,
        );
        const accounts = lists.map(({ accountId }, at) => ({
          value: accountId,
          count: counts[at] ?? 0,
        }));
        return { ...store.facets(listIds, filter, clockOf(timeZone)), accounts };
      }),
    getOverview: ({ lists, filter, timeZone }) =>
      run(lists[0]?.listId, (store) => store.overview(lists, filter, clockOf(timeZone))),
    getChanges: ({ lists, since }) => run(lists[0]?.listId, (store) => store.changes(lists, since)),
    countUnseen: ({ listIds }) => run(listIds[0], (store) => store.countUnseen(listIds)),
    setSeen: ({ listId, runId }) =>
      run(listId, (store) => ({ runId: store.setSeen(listId, runId) })),
    getUnreadableRows: ({ listId }) => run(listId, (store) => store.unreadableRows(listId)),
    decideShrunkList: ({ listId, runId, use }) =>
      run(listId, (store) => {
        store.decideShrunkRun(listId, runId, use);
        return null;
      }),
    getTenant: ({ listId, tenantId }) => run(listId, (store) => store.details(listId, tenantId)),
    findSelected: (request, { signal }) =>
      run(request.lists[0]?.listId, (store) =>
        findSelected({ store, ownerHotlines }, request, signal),
      ),
    refreshList: (request, context) =>
      run(request.listId, () =>
        listsWith(savedLists, request.listId).get().refreshService.run(request, context),
      ),
    setAside: async ({ records }) => (await savedLists[records].setAside())?.toFields() ?? null,
    removeList: ({ listId }) => remove((_store, records) => [withRecords(listId, records)]),
    removeLists: ({ listIdStart }) => remove((store) => store.listIds(listIdStart)),
    ping: () => null,
    close: () => {
      for (const records of recordKinds) savedLists[records].close();
      annotations.close();
      return null;
    },
  };
}
