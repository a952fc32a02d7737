import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import type { RowBatches } from './column.ts';

/** A batch of rows of the saved list or the API. */
export interface Batch<Row> {
  rows: readonly Row[];
  /** How many further rows of the batch could not be read as tenants. */
  unreadableRows: number;
}

export type Batches<Row> = AsyncIterable<Batch<Row>> | Iterable<Batch<Row>>;

/** Counts what is written while it is read. */
export class RowCounter {
  /** The rows of the first sheet. A tenant with several changed fields counts once. */
  rows = 0;
  /** The lines of the sheet of changes; `null` if there is none. */
  changeLines: number | null = null;
  /** The tenants of the sheet of tenants by status. */
  readonly statuses = new Map<string | null, number>();
  unreadableRows = 0;
  readonly #onProgress: (rows: number) => void;

  constructor(onProgress: (rows: number) => void) {
    this.#onProgress = onProgress;
  }

  async *readTenants(
    batches: Batches<ListedRecord>,
  ): AsyncGenerator<readonly ListedRecord[], void> {
    for await (const rows of this.readRows(batches)) {
      for (const { status } of rows) {
        this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      }
      yield rows;
    }
  }

  async *countLines<Line>(batches: RowBatches<Line>): AsyncGenerator<readonly Line[], void> {
    this.changeLines = 0;
    for await (const lines of batches) {
      this.changeLines += lines.length;
      yield lines;
    }
  }

  async *readRows<Row>(batches: Batches<Row>): AsyncGenerator<readonly Row[], void> {
    for await (const { rows, unreadableRows } of batches) {
      this.rows += rows.length;
      this.unreadableRows += unreadableRows;
      if (rows.length > 0) this.#onProgress(this.rows);
      yield rows;
    }
  }
}
