import { writeHtml } from './write-html.ts';
import { writeTsv } from './write-tsv.ts';

/** A table to copy. */
export interface CopiedTable {
  /** The names of the columns; `null` for a table without a header. */
  header: string[] | null;
  rows: string[][];
}

/**
 * Writes a table to the clipboard, as text and as HTML. Call it directly from the event handler of a key or a click:
 * browsers allow writing only then. The table itself may resolve later.
 */
export async function writeClipboard(table: Promise<CopiedTable>): Promise<void> {
  const blob = (type: string, write: (copied: CopiedTable) => string) =>
    table.then((copied) => new Blob([write(copied)], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', ({ header, rows }) =>
        writeTsv(header ? [header, ...rows] : rows),
      ),
      'text/html': blob('text/html', ({ header, rows }) => writeHtml(rows, header)),
    }),
  ]);
}
