import type { TFunction } from 'i18next';
import type { AppError } from '../../src-shared/errors.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { createClock, type ComputerZone, type TimeZone } from '../../src-shared/time-zone.ts';
import type { PartialFiles } from '../files/partial-files.ts';
import { openExportSource } from '../export/export-source.ts';
import { findSelected } from '../export/selected-rows.ts';
import { writeExport } from '../export/write-export.ts';
import type { FetchPage, WorkerCalls } from '../lists/calls.ts';
import type { RefreshService } from '../refresh/refresh-service.ts';
import type { HandlersOf } from '../rpc/calls.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import type { TenantStore } from '../store/tenant-store.ts';

/** The saved lists after they were opened. */
export interface SavedLists {
  store: TenantStore;
  refreshService: RefreshService;
  /** A problem that the user should know about. */
  notice: AppError | null;
}

interface Parts {
  /** An error if the database could not be opened. The app starts nevertheless and can show live pages. */
  savedLists: SavedLists | AppError;
  fetchPage: FetchPage;
  partialFiles: PartialFiles;
  translations: (language: Language) => TFunction;
  version: string;
  computerZone: ComputerZone | null;
}

/** Returns the handlers of the calls from the main thread. */
export function createWorkerHandlers(parts: Parts): HandlersOf<WorkerCalls> {
  const { savedLists, fetchPage, partialFiles, translations, version, computerZone } = parts;
  const clockOf = (timeZone: TimeZone) => createClock(timeZone, computerZone);
  const opened = () => {
    if ('store' in savedLists) return savedLists;
    throw savedLists;
  };
  return {
    notice: () => {
      const problem = 'store' in savedLists ? savedLists.notice : savedLists;
      return problem?.toFields() ?? null;
    },
    status: ({ listIds }) => joinStatuses(listIds.map((listId) => opened().store.status(listId))),
    list: ({ listIds, filter, sort, paging }) => {
      const query = { filter, paging, ...(sort && { sort }) };
      return opened().store.list(listIds, query);
    },
    facets: ({ listIds, filter, timeZone }) =>
      opened().store.facets(listIds, filter, clockOf(timeZone)),
    overview: ({ listIds, timeZone }) => opened().store.overview(listIds, clockOf(timeZone)),
    details: ({ listId, tenantId }) => opened().store.details(listId, tenantId),
    findSelected: (request, { signal }) => findSelected(opened().store, request, signal),
    refresh: (request, context) => opened().refreshService.run(request, context),
    writeExport: async (request, { signal, onProgress }) => {
      const { path, fallbackFolder, options, lists, showsAllAccounts } = request;
      const translate = translations(request.language);
      const names = lists.map(({ accountName }) => accountName).join(', ');
      const accountName = showsAllAccounts ? translate('sheet.allAccounts', { names }) : names;
      const baseUrls = [...new Set(lists.map(({ baseUrl }) => baseUrl))];
      using source = openExportSource(request, {
        store: () => opened().store,
        fetchPage: (page) => fetchPage(page, signal),
      });
      const written = await writeExport(path, source.content, {
        options,
        origin: () => ({ ...source.origin(), accountName, baseUrls, version }),
        localization: { translate, clock: clockOf(request.timeZone) },
        accountNames: showsAllAccounts
          ? new Map(lists.map((list) => [list.accountId, list.accountName]))
          : null,
        saving: { fallbackFolder, partialFiles },
        signal,
        onProgress,
      });
      return {
        ...written,
        missingRows: source.missingRows(),
        obstacle: written.obstacle?.toFields() ?? null,
      };
    },
    remove: async ({ listId }) => {
      const { refreshService, store } = opened();
      await refreshService.cancel(listId);
      store.removeList(listId);
      return null;
    },
    close: () => {
      if ('store' in savedLists) savedLists.store.close();
      return null;
    },
  };
}
