import type { TFunction } from 'i18next';
import type { AppError } from '../../src-shared/errors.ts';
import type { Language } from '../../src-shared/preferences.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import type { EtelecomClient } from '../etelecom/client.ts';
import { writeExport } from '../export/write-export.ts';
import type { Refreshes } from '../refresh/refreshes.ts';
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
    status: ({ listId }) => saved().store.status(listId),
    list: ({ listId, filter, sort, paging }) =>
      saved().store.list(listId, { filter, paging, ...(sort && { sort }) }),
    facets: ({ listId, filter, timeZone }) =>
      saved().store.facets(listId, filter, createClock(timeZone)),
    overview: ({ listId, timeZone }) => saved().store.overview(listId, createClock(timeZone)),
    details: ({ listId, tenantId }) => saved().store.details(listId, tenantId),
    refresh: ({ listId, mode, filter, credentials }, { signal, onRows }) =>
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
          onRows,
        },
      ),
    writeExport: async (request, { signal, onRows }) => {
      const { path, options, accountName, baseUrl } = request;
      using source = exportSource(request, { store: () => saved().store, client, signal });
      return await writeExport(path, source.content, {
        options,
        stamp: () => ({ ...source.origin(), accountName, baseUrl, version }),
        wording: {
          translate: translations(request.language),
          clock: createClock(request.timeZone),
        },
        signal,
        onRows,
      });
    },
    remove: async ({ listId }) => {
      const { refreshes, store } = saved();
      await refreshes.cancel(listId);
      store.removeAccount(listId);
      return null;
    },
    close: async () => {
      await parts.cancelAll();
      if ('store' in opened) opened.store.close();
      return null;
    },
  };
}
