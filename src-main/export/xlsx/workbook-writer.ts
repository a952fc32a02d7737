import type { FileHandle } from 'node:fs/promises';
import type { Column, RowBatches } from '../sheets/column.ts';
import { measureColumnWidths } from './column-widths.ts';
import {
  createPackageParts,
  getSheetPath,
  type DocumentProperties,
  type WrittenSheet,
} from './package-parts.ts';
import type { DateFormat } from './styles.ts';
import { createWorksheetEnd, createWorksheetStart, RowFormatter } from './worksheet.ts';
import { ZipWriter, type ZipEntryWriter } from './zip-writer.ts';

/** A sheet can have 2^20 rows, including the header. */
const maximumRows = 1_048_575;

export interface Sheet<Row> {
  name: string;
  /** The name of the table that covers the sheet, in letters and underscores. `null` for no table. */
  tableName: string | null;
  columns: readonly Column<Row>[];
  rows: RowBatches<Row>;
}

interface Options {
  /** The title is also printed at the bottom of each page. */
  properties: DocumentProperties;
  dateFormat: DateFormat;
  signal: AbortSignal;
  rowsPerSheet?: number;
  /** As in `ZipOptions`. */
  zip64From?: number;
}

/** Writes a workbook to a file, sheet by sheet. Requests each batch of rows after the previous one was written. */
export class WorkbookWriter {
  readonly #zip: ZipWriter;
  readonly #properties: DocumentProperties;
  readonly #dateFormat: DateFormat;
  readonly #signal: AbortSignal;
  readonly #rowsPerSheet: number;
  readonly #sheets: WrittenSheet[] = [];
  /** The number of texts so far that were too long for a cell. */
  cutTexts = 0;

  constructor(
    file: FileHandle,
    { properties, dateFormat, signal, rowsPerSheet = maximumRows, zip64From }: Options,
  ) {
    this.#zip = new ZipWriter(file, {
      modifiedAt: properties.created,
      ...(zip64From !== undefined && { zip64From }),
    });
    this.#properties = properties;
    this.#dateFormat = dateFormat;
    this.#signal = signal;
    this.#rowsPerSheet = rowsPerSheet;
  }

  /**
   * Adds a sheet. Rows that exceed the limit of a sheet go to further sheets, such as `Tenants 2`.
   *
   * @throws any error of `rows` or of the file system, and the reason of the signal if it is aborted.
   */
  async add<Row>(sheet: Sheet<Row>): Promise<void> {
    let writer: WorksheetWriter<Row> | null = null;
    let count = 0;
    for await (const batch of sheet.rows) {
      for (let rest = batch; rest.length > 0;) {
        this.#signal.throwIfAborted();
        writer ??= await this.#begin(sheet, ++count, rest);
        const fitting = rest.slice(0, this.#rowsPerSheet - writer.rows);
        await writer.write(fitting);
        rest = rest.slice(fitting.length);
        if (writer.rows < this.#rowsPerSheet) continue;
        await this.#end(writer);
        writer = null;
      }
    }
    if (writer !== null || count === 0) {
      await this.#end(writer ?? (await this.#begin(sheet, 1, [])));
    }
  }

  /** Completes the workbook with the parts that depend on its sheets. */
  async end(): Promise<void> {
    const parts = createPackageParts(this.#sheets, this.#properties, this.#dateFormat);
    for (const [path, xml] of Object.entries(parts)) await this.#zip.add(path, xml);
    await this.#zip.end();
  }

  async #begin<Row>(
    { name, tableName, columns }: Sheet<Row>,
    number: number,
    firstRows: readonly Row[],
  ): Promise<WorksheetWriter<Row>> {
    const entry = await this.#zip.begin(getSheetPath(this.#sheets.length));
    entry.add(createWorksheetStart(columns, measureColumnWidths(columns, firstRows)));
    return new WorksheetWriter(entry, columns, {
      name: number === 1 ? name : `${name} ${number}`,
      tableName: number === 1 ? tableName : tableName && `${tableName}_${number}`,
      title: this.#properties.title,
    });
  }

  async #end<Row>(writer: WorksheetWriter<Row>): Promise<void> {
    this.#sheets.push(await writer.end());
    this.cutTexts += writer.cutTexts;
  }
}

interface SheetNames {
  name: string;
  tableName: string | null;
  /** For the bottom of each page. */
  title: string;
}

/** Writes the rows of one worksheet. */
class WorksheetWriter<Row> {
  readonly #entry: ZipEntryWriter;
  readonly #columns: readonly Column<Row>[];
  readonly #names: SheetNames;
  readonly #formatter: RowFormatter<Row>;
  rows = 0;

  constructor(entry: ZipEntryWriter, columns: readonly Column<Row>[], names: SheetNames) {
    this.#entry = entry;
    this.#columns = columns;
    this.#names = names;
    this.#formatter = new RowFormatter(columns);
  }

  get cutTexts(): number {
    return this.#formatter.cutTexts;
  }

  async write(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      // The header is row 1.
      this.#entry.add(this.#formatter.format(++this.rows + 1, row));
      if (this.#entry.isFull) await this.#entry.drain();
    }
  }

  async end(): Promise<WrittenSheet> {
    const { name, tableName, title } = this.#names;
    const lastRow = this.rows + 1;
    this.#entry.add(
      createWorksheetEnd(this.#columns, { lastRow, hasTable: tableName !== null, title }),
    );
    await this.#entry.end();
    const headers = this.#columns.map(({ header }) => header);
    return { name, table: tableName === null ? null : { name: tableName, headers, lastRow } };
  }
}
