import { toSavedMarks } from '../backup/backup-format.ts';
import { readBackup, writeBackup } from '../backup/backup-files.ts';
import type { WorkerCalls } from '../lists/calls.ts';
import type { HandlersOf } from '../rpc/calls.ts';
import type { OwnerHotlines } from '../store/owner-hotlines.ts';
import { addAnnotation } from '../store/query/annotation-values.ts';
import { findImported } from './find-imported.ts';
import { findTenants } from './find-tenants.ts';
import { runOnStore } from './open-record-lists.ts';
import type { WorkerParts } from './worker-parts.ts';

/** Returns the handlers of what the user notes about tenants and owners, and of its backups. */
export function createWorkerAnnotationHandlers(
  { savedLists, annotations, partialFiles }: WorkerParts,
  ownerHotlines: OwnerHotlines,
) {
  return {
    addSavedValues: ({ listId, tenants }) =>
      ownerHotlines.addTo({
        tenants: tenants.map((tenant) => addAnnotation(tenant, annotations.ofList(listId))),
        listIds: tenants.map(() => listId),
      }),
    annotateTenants: async (request, { signal }) => {
      const tenants = await runOnStore(savedLists, request.lists[0]?.listId, (store) =>
        findTenants(store, request, signal),
      );
      // Outside of `runOnStore`, which would mistake damaged annotations for damaged lists.
      const before = annotations.run((all) => all.annotate(tenants, request.change));
      return withAccounts(before, request.lists);
    },
    restoreAnnotations: (request) => {
      annotations.run((all) => all.restore(request));
      return null;
    },
    replaceAnnotations: (request) => annotations.run((all) => all.replace(request)),
    writeBackup: async ({ path, outline }) => {
      // Not `annotations.ofList`, which returns nothing if the file of the annotations cannot be opened.
      const accounts = annotations.run((all) =>
        outline.accounts.map(({ listId, ...account }) => ({
          ...account,
          ...toSavedMarks(all.ofList(listId)),
        })),
      );
      await writeBackup(path, { ...outline, accounts }, partialFiles);
      return null;
    },
    readBackup: ({ path }) => readBackup(path),
    previewImport: async ({ lists, rows }, { signal }) => {
      const found = await runOnStore(savedLists, lists[0]?.listId, (store) =>
        findImported(store, lists, rows, signal),
      );
      return annotations.run((all) => all.previewImport(rows, found));
    },
    importAnnotations: async ({ lists, rows }, { signal }) => {
      const found = await runOnStore(savedLists, lists[0]?.listId, (store) =>
        findImported(store, lists, rows, signal),
      );
      const { report, before } = annotations.run((all) => all.import(rows, found));
      return {
        report,
        before: {
          annotations: withAccounts(before.annotations, lists),
          ownerNames: withAccounts(before.ownerNames, lists),
        },
      };
    },
    nameOwner: ({ lists, ownerId, name }) => {
      const listIds = lists.map(({ listId }) => listId);
      const before = annotations.run((all) => all.nameOwner(listIds, ownerId, name));
      return lists.map(({ accountId }, at) => ({ accountId, name: before[at]?.name ?? null }));
    },
    getOwnerNames: ({ listIds }) => {
      // Later entries replace earlier ones, so the first list comes last.
      const lists = listIds.toReversed().map((listId) => annotations.ofList(listId).ownerNames);
      const names = new Map(lists.flatMap((ownerNames) => [...ownerNames]));
      return Array.from(names, ([ownerId, name]) => ({ ownerId, name }));
    },
    getTags: ({ listIds }) => annotations.run((all) => all.tags(listIds)),
    removeAnnotations: ({ listIdStart }) => {
      annotations.run((all) => all.removeLists(listIdStart));
      return null;
    },
  } satisfies Partial<HandlersOf<WorkerCalls>>;
}

/** Replaces the list of each annotation or name by the account of the list. */
function withAccounts<Former extends { listId: string }>(
  former: readonly Former[],
  lists: readonly { listId: string; accountId: string }[],
) {
  const accountIds = new Map(lists.map(({ listId, accountId }) => [listId, accountId]));
  return former.map(({ listId, ...others }) => ({
    accountId: accountIds.get(listId) ?? '',
    ...others,
  }));
}
