import type { ExportContent } from './add-sheets.ts';
import type { ExportOrigin } from './sheets/info-sheet.ts';

/** A run of a saved list that an export contains. */
export interface ExportedRun {
  listId: string;
  runId: number;
}

/** The rows of an export and where they come from. Must be disposed after writing. */
export interface ExportSource extends Disposable {
  content: ExportContent;
  /** Call it again once the rows are read, if the time matters. */
  origin: () => Omit<ExportOrigin, 'accountName' | 'baseUrls' | 'version'>;
  /** Returns how many selected rows are no longer in the saved list. Call it once the rows are read. */
  missingRows: () => number;
  /** The runs to mark as exported once the file is saved. None if the user picked the rows, or chose an older list. */
  exportedRuns: readonly ExportedRun[];
}

/** What is not known of rows that do not come from a saved list. */
export const unknownList = { fetchedByAccount: [], listTotal: null, comparison: null } as const;

/** For sources whose rows were not selected one by one. */
export function noRows(): number {
  return 0;
}
