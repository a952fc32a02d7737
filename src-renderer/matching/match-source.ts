import type { TableSheet } from '../../src-shared/tables.ts';

/** Where the values to match come from: a file that the dialog reads, pasted cells, or nothing yet. */
export type MatchContent = { file: File } | { sheets: readonly TableSheet[] } | null;

/** What the dialog shows. */
export interface MatchSource {
  /** Different for each paste and each file, also if the same file is chosen again. */
  number: number;
  content: MatchContent;
}
