import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import {
  sheetEnd,
  sheetPath,
  sheetRow,
  sheetStart,
  workbookParts,
  type Cell,
  type SheetColumn,
} from './sheet.ts';

export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  /** Batches of rows, a cell for each column; pulled only as fast as the disk takes them. */
  rows: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
}

/** A sheet has 2^20 rows, the header among them. */
export const maximumRows = 1_048_575;

/**
 * Writes a workbook, one sheet after the other: the rows of a sheet are asked for when those before it are written.
 *
 * @throws what `rows` throws, what the file system throws, and an AbortError when `signal` is aborted; the file is
 * then incomplete, and the caller's to remove.
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly Sheet[],
  signal: AbortSignal,
): Promise<void> {
  // yazl's output knows nothing of an error of its source and would wait for ever.
  const broken = new AbortController();
  let failure: Error | undefined;
  const breakOff = (error: Error) => {
    failure ??= error;
    broken.abort();
  };
  const zip = new ZipFile();
  zip.once('error', breakOff);
  const parts = workbookParts(sheets.map(({ name }) => name));
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name);
  const streams = sheets.map((sheet, index) => {
    const stream = Readable.from(sheetXml(sheet), { objectMode: false });
    stream.once('error', breakOff);
    zip.addReadStream(stream, sheetPath(index));
    return stream;
  });
  zip.end();

  try {
    await pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' }), {
      signal: AbortSignal.any([signal, broken.signal]),
    });
  } catch (error) {
    throw failure ?? error;
  } finally {
    for (const stream of streams) stream.destroy();
  }
}

async function* sheetXml({ columns, rows }: Sheet) {
  let written = 0;
  yield sheetStart(columns);
  for await (const batch of rows) {
    const start = written;
    written += batch.length;
    if (written > maximumRows) throw new RangeError(`A sheet holds ${maximumRows} rows`);
    yield batch.map((cells, index) => sheetRow(start + index + 2, columns, cells)).join('');
  }
  yield sheetEnd(written + 1, columns);
}
