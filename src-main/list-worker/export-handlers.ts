import { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { createClock, type TimeZone } from '../../src-shared/time-zone.ts';
import { accountsOf } from '../export/accounts-of.ts';
import { measureExport } from '../export/measure-export.ts';
import { openExportSource } from '../export/open-export-source.ts';
import { hasHotlinesSheet, openHotlines, type OpenedHotlines } from '../export/open-hotlines.ts';
import { writeExport } from '../export/write-export.ts';
import { recordsOf } from '../list-ids.ts';
import type { MeasureExportRequest, WorkerCalls } from '../lists/calls.ts';
import type { HandlersOf } from '../rpc/calls.ts';
import type { OwnerHotlines } from '../store/owner-hotlines.ts';
import { annotationsOfRecords, listsWith } from './open-record-lists.ts';
import type { WorkerParts } from './worker-parts.ts';

/** Returns the handlers that write files of rows, and that tell in advance what a file will have. */
export function createWorkerExportHandlers(parts: WorkerParts, ownerHotlines: OwnerHotlines) {
  const { savedLists, annotations, fetchPage, partialFiles } = parts;
  const { translations, version, computerZone, log } = parts;
  const clockOf = (timeZone: TimeZone) => createClock(timeZone, computerZone);
  /**
   * Opens the hotlines for their sheet. Returns `null` if it is not wanted, or if they cannot be read: the info sheet then
   * says so.
   */
  const openHotlinesFor = async (request: MeasureExportRequest) => {
    if (!hasHotlinesSheet(request)) return null;
    try {
      const open = () => openHotlines(savedLists.hotlines.get().store, request);
      return await savedLists.hotlines.run(open);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log('hotlinesNotRead', { error });
      return null;
    }
  };
  const openSource = (
    request: MeasureExportRequest,
    hotlines: OpenedHotlines | null,
    { signal, onRetry }: { signal: AbortSignal; onRetry?: (retry: Retry) => void },
  ) =>
    openExportSource(request, {
      store: () => listsWith(savedLists, request.lists[0]?.listId).get().store,
      hotlines,
      ownerHotlines,
      annotationsOf: (listId) => annotationsOfRecords((id) => annotations.ofList(id), listId),
      fetchPage: (page) => fetchPage(page, signal, onRetry),
      clock: clockOf(request.timeZone),
    });
  const localize = ({ language, timeZone, lists, showsAllAccounts }: MeasureExportRequest) => ({
    localization: { language, translate: translations(language), clock: clockOf(timeZone) },
    accountNames: showsAllAccounts
      ? new Map(lists.map((list) => [list.accountId, list.accountName]))
      : null,
  });
  return {
    measureExport: (request, { signal }) =>
      listsWith(savedLists, request.lists[0]?.listId).run(async () => {
        const { options } = request;
        using hotlines = await openHotlinesFor(request);
        using source = openSource(request, hotlines, { signal });
        const { comparison } = source.origin();
        const settings = { columns: options.columns, ...localize(request), comparison };
        // Awaited here, because the source is closed on return.
        return await measureExport(source.content, options.format, settings, signal);
      }),
    writeExport: (request, { signal, onProgress }) =>
      listsWith(savedLists, request.lists[0]?.listId).run(async () => {
        const { path, fallbackFolder, options, lists, showsAllAccounts } = request;
        const { localization, accountNames } = localize(request);
        const { translate } = localization;
        const names = lists.map(({ accountName }) => accountName).join(', ');
        const isOfAll = showsAllAccounts && accountsOf(request.scope) === undefined;
        const accountName = isOfAll ? translate('sheet.allAccounts', { names }) : names;
        const baseUrls = [...new Set(lists.map(({ baseUrl }) => baseUrl))];
        using hotlines = await openHotlinesFor(request);
        const progress = { rows: 0 };
        const onRetry = (retry: Retry) => onProgress(progress.rows, undefined, retry);
        using source = openSource(request, hotlines, { signal, onRetry });
        const written = await writeExport(path, source.content, {
          options,
          origin: () => ({
            ...{ ...source.origin(), accountName, baseUrls, version },
            records: recordsOf(lists[0]?.listId ?? ''),
            ...(hasHotlinesSheet(request) && { hotlines: hotlines ?? 'unreadable' }),
          }),
          localization,
          accountNames,
          saving: { fallbackFolder, partialFiles },
          signal,
          onProgress: (rows) => {
            progress.rows = rows;
            onProgress(rows);
          },
        });
        try {
          for (const { listId, runId } of source.exportedRuns) {
            listsWith(savedLists, listId).get().store.setExported(listId, runId);
          }
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
  } satisfies Partial<HandlersOf<WorkerCalls>>;
}
