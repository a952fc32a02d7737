import type { TableSheet } from '../../src-shared/tables.ts';

/** What the dialog starts with: a file that it reads, pasted cells, or nothing. */
export type MatchSource = { file: File } | { sheets: readonly TableSheet[] } | null;
