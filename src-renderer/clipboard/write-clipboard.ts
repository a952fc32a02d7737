import { writeHtml } from './html.ts';
import { writeTsv } from './tsv.ts';

/** What is copied: cells, row by row, and the names of their columns where these are wanted. */
export interface CopiedTable {
  head: string[] | null;
  rows: string[][];
}

/**
 * Puts a table on the clipboard, as text and as HTML at once. It may come later than the user's key or click that asked
 * for it, on whose account alone the system allows to copy.
 */
export async function writeClipboard(table: Promise<CopiedTable>): Promise<void> {
  const blob = (type: string, write: (copied: CopiedTable) => string) =>
    table.then((copied) => new Blob([write(copied)], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', ({ head, rows }) => writeTsv(head ? [head, ...rows] : rows)),
      'text/html': blob('text/html', ({ head, rows }) => writeHtml(rows, head)),
    }),
  ]);
}
