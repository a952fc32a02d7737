import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import {
  sheetEnd,
  sheetRow,
  sheetStart,
  workbookParts,
  type Cell,
  type SheetColumn,
} from './sheet.ts';

export interface Workbook {
  sheetName: string;
  columns: readonly SheetColumn[];
  /** Batches of rows, a cell for each column; pulled only as fast as the disk takes them. */
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** A sheet has 2^20 rows, the header among them. */
export const maximumRows = 1_048_575;

/**
 * Writes a workbook of one sheet.
 *
 * @returns how many rows it holds, without the header.
 * @throws what `rows` throws, what the file system throws, and an AbortError when `signal` is aborted; the file is
 * then incomplete, and the caller's to remove.
 */
export async function writeWorkbook(
  path: string,
  workbook: Workbook,
  signal: AbortSignal,
): Promise<number> {
  const { sheetName, columns, rows } = workbook;
  let written = 0;
  async function* sheetXml() {
    yield sheetStart(columns);
    for await (const batch of rows) {
      const start = written;
      written += batch.length;
      if (written > maximumRows) throw new RangeError(`A sheet holds ${maximumRows} rows`);
      yield batch.map((cells, index) => sheetRow(start + index + 2, columns, cells)).join('');
    }
    yield sheetEnd(written + 1, columns);
  }

  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(workbookParts(sheetName))) {
    zip.addBuffer(Buffer.from(xml), name);
  }
  const sheet = Readable.from(sheetXml(), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();

  // yazl's output knows nothing of an error of its source and would wait for ever.
  const broken = new AbortController();
  let failure: Error | undefined;
  const breakOff = (error: Error) => {
    failure ??= error;
    broken.abort();
  };
  sheet.once('error', breakOff);
  zip.once('error', breakOff);
  try {
    await pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' }), {
      signal: AbortSignal.any([signal, broken.signal]),
    });
  } catch (error) {
    throw failure ?? error;
  } finally {
    sheet.destroy();
  }
  return written;
}
