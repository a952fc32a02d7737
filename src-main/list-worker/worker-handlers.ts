import type { TFunction } from 'i18next';
import type { Language } from '../../src-shared/preferences.ts';
import { createClock, type ComputerZone, type TimeZone } from '../../src-shared/time-zone.ts';
import type { PartialFiles } from '../files/partial-files.ts';
import { toSavedMarks } from '../backup/backup-format.ts';
import { readBackup, writeBackup } from '../backup/backup-files.ts';
import { measureExport } from '../export/measure-export.ts';
import { openExportSource } from '../export/open-export-source.ts';
import { accountsOf } from '../export/accounts-of.ts';
import { findSelected } from '../export/selected-rows.ts';
import { writeExport } from '../export/write-export.ts';
import type { FetchPage, MeasureExportRequest, WorkerCalls } from '../lists/calls.ts';
import type { Log } from '../log/log.ts';
import type { HandlersOf } from '../rpc/calls.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import { addAnnotation } from '../store/query/annotation-values.ts';
import { findImported } from './find-imported.ts';
import { findTenants } from './find-tenants.ts';
import type { OpenedAnnotations } from './opened-annotations.ts';
import type { OpenedLists } from './opened-lists.ts';

interface Parts {
  savedLists: OpenedLists;
  annotations: OpenedAnnotations;
  fetchPage: FetchPage;
  partialFiles: Pick<PartialFiles, 'track'>;
  translations: (language: Language) => TFunction;
  version: string;
  computerZone: ComputerZone | null;
  log: Log;
}

/** Returns the handlers of the calls from the main thread. */
export function createWorkerHandlers(parts: Parts): HandlersOf<WorkerCalls> {
  const {
    savedLists,
    annotations,
    fetchPage,
    partialFiles,
    translations,
    version,
    computerZone,
    log,
  } = parts;
  const clockOf = (timeZone: TimeZone) => createClock(timeZone, computerZone);
  const store = () => savedLists.get().store;
  const openSource = (request: MeasureExportRequest, signal: AbortSignal) =>
    openExportSource(request, {
      store,
      annotationsOf: (listId) => annotations.ofList(listId),
      fetchPage: (page) => fetchPage(page, signal),
      clock: clockOf(request.timeZone),
    });
  const localize = ({ language, timeZone, lists, showsAllAccounts }: MeasureExportRequest) => ({
    localization: { language, translate: translations(language), clock: clockOf(timeZone) },
    accountNames: showsAllAccounts
      ? new Map(lists.map((list) => [list.accountId, list.accountName]))
      : null,
  });
  return {
    getNotices: () =>
      [savedLists.notice, annotations.notice].flatMap((notice) => notice?.toFields() ?? []),
    getSavedList: ({ listIds }) =>
      savedLists.run(() => joinStatuses(listIds.map((listId) => store().status(listId)))),
    listTenants: ({ listIds, filter, sort, paging }) => {
      const query = { filter, paging, ...(sort && { sort }) };
      return savedLists.run(() => store().list(listIds, query));
    },
    matchValues: ({ listIds, matching }) =>
      savedLists.run(() => store().matchValues(listIds, matching)),
    getFacets: ({ listIds, lists, filter, timeZone }) =>
      savedLists.run(() => {
        const counts = store().countByList(
          lists.map(({ listId }) => listId),
          filter,
        );
        const accounts = lists.map(({ accountId }, at) => ({
          value: accountId,
          count: counts[at] ?? 0,
        }));
        return { ...store().facets(listIds, filter, clockOf(timeZone)), accounts };
      }),
    getOverview: ({ lists, filter, timeZone }) =>
      savedLists.run(() => store().overview(lists, filter, clockOf(timeZone))),
    getChanges: ({ lists, since }) => savedLists.run(() => store().changes(lists, since)),
    countUnseen: ({ listIds }) => savedLists.run(() => store().countUnseen(listIds)),
    setSeen: ({ listId, runId }) =>
      savedLists.run(() => ({ runId: store().setSeen(listId, runId) })),
    getUnreadableRows: ({ listId }) => savedLists.run(() => store().unreadableRows(listId)),
    decideShrunkList: ({ listId, runId, use }) =>
      savedLists.run(() => {
        store().decideShrunkRun(listId, runId, use);
        return null;
      }),
    getTenant: ({ listId, tenantId }) => savedLists.run(() => store().details(listId, tenantId)),
    findSelected: (request, { signal }) =>
      savedLists.run(() => findSelected(store(), request, signal)),
    addAnnotations: ({ listId, tenants }) =>
      tenants.map((tenant) => addAnnotation(tenant, annotations.ofList(listId))),
    annotateTenants: async (request, { signal }) => {
      const tenants = await savedLists.run(() => findTenants(store, request, signal));
      // Outside of `savedLists.run`, which would mistake damaged annotations for damaged lists.
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
      const found = await savedLists.run(() => findImported(store, lists, rows, signal));
      return annotations.run((all) => all.previewImport(rows, found));
    },
    importAnnotations: async ({ lists, rows }, { signal }) => {
      const found = await savedLists.run(() => findImported(store, lists, rows, signal));
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
    refreshList: (request, context) =>
      savedLists.run(() => savedLists.get().refreshService.run(request, context)),
    setAside: async () => (await savedLists.setAside())?.toFields() ?? null,
    measureExport: (request, { signal }) =>
      savedLists.run(async () => {
        const { options } = request;
        using source = openSource(request, signal);
        const { comparison } = source.origin();
        const settings = { columns: options.columns, ...localize(request), comparison };
        // Awaited here, because the source is closed on return.
        return await measureExport(source.content, options.format, settings, signal);
      }),
    writeExport: (request, { signal, onProgress }) =>
      savedLists.run(async () => {
        const { path, fallbackFolder, options, lists, showsAllAccounts } = request;
        const { localization, accountNames } = localize(request);
        const { translate } = localization;
        const names = lists.map(({ accountName }) => accountName).join(', ');
        const isOfAll = showsAllAccounts && accountsOf(request.scope) === undefined;
        const accountName = isOfAll ? translate('sheet.allAccounts', { names }) : names;
        const baseUrls = [...new Set(lists.map(({ baseUrl }) => baseUrl))];
        using source = openSource(request, signal);
        const written = await writeExport(path, source.content, {
          options,
          origin: () => ({ ...source.origin(), accountName, baseUrls, version }),
          localization,
          accountNames,
          saving: { fallbackFolder, partialFiles },
          signal,
          onProgress,
        });
        try {
          for (const { listId, runId } of source.exportedRuns) store().setExported(listId, runId);
        } catch (error) {
          // The file is complete, so the export has not failed.
          log('exportNotMarked', { error });
        }
        const { fetchedAt, extent } = source.origin();
        return {
          ...written,
          ...{ fetchedAt, isListComplete: extent === 'complete' },
          missingRows: source.missingRows(),
          obstacle: written.obstacle?.toFields() ?? null,
        };
      }),
    removeList: async ({ listId }) => {
      await savedLists.get().refreshService.cancel(listId);
      await savedLists.run(() => store().removeList(listId));
      return null;
    },
    ping: () => null,
    close: () => {
      savedLists.close();
      annotations.close();
      return null;
    },
  };
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
