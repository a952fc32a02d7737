import type { FileHandle } from 'node:fs/promises';
import type { Column, RowBatches } from '../columns.ts';
import {
  packageParts,
  sheetPath,
  type DocumentProperties,
  type WrittenSheet,
} from './package-parts.ts';
import { fittedWidths } from './widths.ts';
import { RowWriter, worksheetEnd, worksheetStart } from './worksheet.ts';
import { ZipWriter, type ZipEntry } from './zip.ts';

/** A sheet has 2^20 rows, the header among them. */
const maximumRows = 1_048_575;

export interface Sheet<Row> {
  name: string;
  /** Of the table over all of it: letters and underscores; `null` for none. */
  tableName: string | null;
  columns: readonly Column<Row>[];
  rows: RowBatches<Row>;
}

interface Options {
  properties: DocumentProperties;
  signal: AbortSignal;
  rowsPerSheet?: number;
  /** As in `ZipOptions`. */
  zip64From?: number;
}

/** Writes a workbook, one sheet after the other: rows are asked for when those before them are written. */
export class WorkbookWriter {
  readonly #zip: ZipWriter;
  readonly #properties: DocumentProperties;
  readonly #signal: AbortSignal;
  readonly #rowsPerSheet: number;
  readonly #sheets: WrittenSheet[] = [];
  /** How many texts did not fit their cells so far. */
  cutTexts = 0;

  constructor(
    file: FileHandle,
    { properties, signal, rowsPerSheet = maximumRows, zip64From }: Options,
  ) {
    this.#zip = new ZipWriter(file, {
      modifiedAt: properties.created,
      ...(zip64From !== undefined && { zip64From }),
    });
    this.#properties = properties;
    this.#signal = signal;
    this.#rowsPerSheet = rowsPerSheet;
  }

  /**
   * Adds a sheet, and further ones where its rows are more than one can hold: `Tenants 2`.
   *
   * @throws what `rows` throws, what the file system throws, and the signal's reason when it is aborted.
   */
  async add<Row>(sheet: Sheet<Row>): Promise<void> {
    let part: SheetPart<Row> | null = null;
    let parts = 0;
    for await (const batch of sheet.rows) {
      for (let rest = batch; rest.length > 0;) {
        this.#signal.throwIfAborted();
        part ??= await this.#begin(sheet, ++parts, rest);
        const fitting = rest.slice(0, this.#rowsPerSheet - part.rows);
        await part.write(fitting);
        rest = rest.slice(fitting.length);
        if (part.rows < this.#rowsPerSheet) continue;
        await this.#end(part);
        part = null;
      }
    }
    if (part !== null || parts === 0) await this.#end(part ?? (await this.#begin(sheet, 1, [])));
  }

  /** Writes what is known only now: which sheets there are. The workbook is then complete. */
  async end(): Promise<void> {
    const parts = packageParts(this.#sheets, this.#properties);
    for (const [path, xml] of Object.entries(parts)) await this.#zip.add(path, xml);
    await this.#zip.end();
  }

  async #begin<Row>(
    { name, tableName, columns }: Sheet<Row>,
    number: number,
    firstRows: readonly Row[],
  ): Promise<SheetPart<Row>> {
    const entry = await this.#zip.begin(sheetPath(this.#sheets.length));
    entry.add(worksheetStart(columns, fittedWidths(columns, firstRows)));
    return new SheetPart(entry, columns, {
      name: number === 1 ? name : `${name} ${number}`,
      tableName: number === 1 ? tableName : tableName && `${tableName}_${number}`,
    });
  }

  async #end<Row>(part: SheetPart<Row>): Promise<void> {
    this.#sheets.push(await part.end());
    this.cutTexts += part.cutTexts;
  }
}

/** As much of a sheet's rows as one worksheet holds. */
class SheetPart<Row> {
  readonly #entry: ZipEntry;
  readonly #columns: readonly Column<Row>[];
  readonly #names: { name: string; tableName: string | null };
  readonly #writer: RowWriter<Row>;
  rows = 0;

  constructor(
    entry: ZipEntry,
    columns: readonly Column<Row>[],
    names: { name: string; tableName: string | null },
  ) {
    this.#entry = entry;
    this.#columns = columns;
    this.#names = names;
    this.#writer = new RowWriter(columns);
  }

  get cutTexts(): number {
    return this.#writer.cutTexts;
  }

  async write(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      // The header is row 1.
      this.#entry.add(this.#writer.row(++this.rows + 1, row));
      if (this.#entry.isFull) await this.#entry.drain();
    }
  }

  async end(): Promise<WrittenSheet> {
    const { name, tableName } = this.#names;
    const lastRow = this.rows + 1;
    this.#entry.add(worksheetEnd(this.#columns, { lastRow, hasTable: tableName !== null }));
    await this.#entry.end();
    const headers = this.#columns.map(({ header }) => header);
    return { name, table: tableName === null ? null : { name: tableName, headers, lastRow } };
  }
}
