import type { TFunction } from 'i18next';
import type { AppError } from '../../src-shared/errors.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import type { EtelecomClient } from '../etelecom/client.ts';
import { writeExport } from '../export/write-export.ts';
import type { Refreshes } from '../refresh/refreshes.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import type { TenantStore } from '../store/tenant-store.ts';
import type { CallHandlers } from './call-server.ts';
import { exportSource } from './export-content.ts';

/** The saved list as it was opened. */
export interface Opened {
  store: TenantStore;
  refreshes: Refreshes;
  notice: AppError | null;
}

interface Parts {
  /** Or why it could not be opened: the app starts all the same, and works live. */
  opened: Opened | AppError;
  client: EtelecomClient;
  translations: (language: Language) => TFunction;
  version: string;
  cancelAll: () => Promise<void>;
}

/** Which service of the worker answers which call. */
export function createCallHandlers(parts: Parts): CallHandlers {
  const { opened, client, translations, version } = parts;
  const saved = () => {
    if ('store' in opened) return opened;
    throw opened;
  };
  return {
    notice: () => ('store' in opened ? opened.notice : opened)?.toFields() ?? null,
    status: ({ listIds }) => joinStatuses(listIds.map((listId) => saved().store.status(listId))),
    list: ({ listIds, filter, sort, paging }) => {
      const query = { filter, paging, ...(sort && { sort }) };
      return saved().store.list(listIds, query);
    },
    facets: ({ listIds, filter, timeZone }) =>
      saved().store.facets(listIds, filter, createClock(timeZone)),
    overview: ({ listIds, timeZone }) => saved().store.overview(listIds, createClock(timeZone)),
    details: ({ listId, tenantId }) => saved().store.details(listId, tenantId),
    refresh: ({ listId, mode, filter, credentials }, { signal, onProgress }) =>
      saved().refreshes.run(
        { accountId: listId, mode, filter },
        {
          readPage: (wanted, after, either) =>
            client.listRows(
              credentials,
              { filter: wanted, paging: { limit: 100, ...(after !== null && { after }) } },
              either,
            ),
          signal,
          onProgress,
        },
      ),
    writeExport: async (request, { signal, onProgress }) => {
      const { path, options, lists, showsAllAccounts } = request;
      const translate = translations(request.language);
      const names = lists.map(({ accountName }) => accountName).join(', ');
      const accountName = showsAllAccounts ? translate('sheet.allAccounts', { names }) : names;
      const baseUrls = [...new Set(lists.map(({ baseUrl }) => baseUrl))];
      using source = exportSource(request, { store: () => saved().store, client, signal });
      return await writeExport(path, source.content, {
        options,
        origin: () => ({ ...source.origin(), accountName, baseUrls, version }),
        localization: { translate, clock: createClock(request.timeZone) },
        accountNames: showsAllAccounts
          ? new Map(lists.map((list) => [list.accountId, list.accountName]))
          : null,
        signal,
        onProgress,
      });
    },
    remove: async ({ listId }) => {
      const { refreshes, store } = saved();
      await refreshes.cancel(listId);
      store.removeList(listId);
      return null;
    },
    close: async () => {
      await parts.cancelAll();
      if ('store' in opened) opened.store.close();
      return null;
    },
  };
}
