import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppErrorFields } from '../../../src-shared/errors.ts';
import { defaultExportOptions } from '../../../src-shared/choices.ts';
import type { ExportRequest, ExportTenantsRequest } from '../../../src-shared/export-tenants.ts';
import type { TestFolder } from '../../files/test-folder.ts';
import { ExportService } from '../export-service.ts';
import type { StoredExport } from '../recent-exports-file.ts';
import { UnfinishedExports } from '../unfinished-exports.ts';

export const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'page', tenants: [] },
  options: defaultExportOptions,
};
export const neverAborted = new AbortController().signal;
export const ignoreProgress = () => undefined;

/** Runs an export and returns its result. @throws if it was not saved. */
export async function saveExport(service: ExportService, started: ExportRequest = request) {
  const result = await service.run(started, neverAborted, ignoreProgress);
  if (result.outcome !== 'saved') throw new Error('The export was not saved');
  return result;
}

interface TestOptions {
  /** The answers of the save dialog, in order. After the last one the dialog returns the suggested path. */
  answers?: (string | null)[];
  lastFolder?: string;
  /** Called for each export before its file is complete. */
  beforeWrite?: (path: string) => Promise<void>;
  ofRows?: number;
  /** The default is `tenants.xlsx`. */
  suggestName?: (request: ExportTenantsRequest, maximumLength: number) => string;
  /** Replaces parts of what the writer returns. */
  written?: { path: string; obstacle: AppErrorFields };
}

/** Creates a service that writes real files. Dialogs, the file manager and rows are simulated, and calls recorded. */
export function createTestService(
  folder: TestFolder,
  {
    answers = [],
    lastFolder,
    beforeWrite,
    ofRows,
    written,
    suggestName = () => 'tenants.xlsx',
  }: TestOptions = {},
) {
  const remembered: StoredExport[] = [];
  let today = '2026-11-23';
  const calls = {
    remembered,
    suggestedPaths: Array.of<string>(),
    savedFolders: Array.of<string>(),
    openedPaths: Array.of<string>(),
    shownPaths: Array.of<string>(),
    shownProgress: Array.of<number | null>(),
    startedNames: Array.of<string>(),
  };
  const service = new ExportService({
    write: async (_request, path, { onProgress }) => {
      calls.startedNames.push(basename(path));
      onProgress(50);
      await beforeWrite?.(path);
      await writeFile(path, basename(path));
      return {
        rows: 100,
        changeLines: null,
        unreadableRows: 0,
        missingRows: 0,
        path,
        obstacle: null,
        ...{ fetchedAt: null, isListComplete: true },
        ...written,
      };
    },
    count: () => Promise.resolve(ofRows ?? null),
    suggestName: (...names) => Promise.resolve(suggestName(...names)),
    chooseFile: (suggestedPath) => {
      calls.suggestedPaths.push(suggestedPath);
      const answer = answers.shift();
      return Promise.resolve(answer === undefined ? suggestedPath : answer);
    },
    lastFolder: () => lastFolder ?? null,
    remember: (_accountId, saved) => {
      remembered.unshift(saved);
      return Promise.resolve();
    },
    findRecent: (exportId) => remembered.find((saved) => saved.exportId === exportId),
    renew: (unchanged) => unchanged,
    today: () => today,
    saveChoices: (_accountId, _options, savedFolder) => {
      calls.savedFolders.push(savedFolder);
      return Promise.resolve();
    },
    downloadsFolder: folder.path,
    showProgress: (fraction) => calls.shownProgress.push(fraction),
    openFile: (path) => {
      calls.openedPaths.push(path);
      return Promise.resolve();
    },
    showInFolder: (path) => calls.shownPaths.push(path),
    unfinished: new UnfinishedExports(),
  });
  const setToday = (day: string) => {
    today = day;
  };
  return { service, setToday, ...calls };
}
