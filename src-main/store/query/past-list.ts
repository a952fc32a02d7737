import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { rewind } from '../history/rewind.ts';
import type { RunSpan } from '../history/run-span.ts';
import { totalLength } from '../index/parts.ts';
import type { PastValues } from '../index/past-index.ts';
import type { ListPart } from './list-parts.ts';

/** What has changed in one of the parts of a view since the moment that it shows. */
export interface PartHistory {
  log: ChangeLog;
  span: RunSpan;
  /** The place of each tenant of the log in the part; -1 if it does not have the tenant. */
  places: Int32Array;
}

/** The log of a part, and the place where the part begins. */
interface LogOfPart {
  start: number;
  log: ChangeLog;
}

/**
 * The lists of a view as they were at an earlier moment: which of the rows they had, and with which values. The rows are
 * those of the lists now, and those that are gone. Holds no connection.
 */
export class PastList {
  readonly #columns = new Map<RecordField, PastColumn>();
  readonly #logs: LogOfPart[] = [];
  readonly #length: number;
  /** By place: 1 if the row was not in the list. */
  readonly #isHidden: Uint8Array;

  constructor(parts: readonly ListPart[], historyOf: (part: ListPart) => PartHistory) {
    this.#length = totalLength(parts);
    this.#isHidden = new Uint8Array(this.#length);
    let start = 0;
    for (const part of parts) {
      // Tenants that were gone already then have no changes since.
      if (part.areGone) this.#isHidden.fill(1, start, start + part.length);
      this.#rewindPart(start, historyOf(part));
      start += part.length;
    }
  }

  get values(): PastValues {
    return this.#columns;
  }

  isShown(place: number): boolean {
    return this.#isHidden[place] === 0;
  }

  /** Returns the tenant of a row as it was. */
  apply(place: number, tenant: ListRecord): ListRecord {
    const past = { ...tenant };
    for (const [field, column] of this.#columns) {
      const value = column.at(place);
      if (value !== undefined) setValue(past, field, value);
    }
    return past;
  }

  #rewindPart(start: number, { log, span, places }: PartHistory): void {
    this.#logs.push({ start, log });
    const columns: PastColumn[] = [];
    rewind(log, span, {
      onTenant: (tenant, wasListed) => {
        const place = places[tenant] ?? -1;
        if (place >= 0) this.#isHidden[start + place] = wasListed ? 0 : 1;
      },
      onValue: (tenant, field, value) => {
        const place = places[tenant] ?? -1;
        if (place < 0) return;
        const column = (columns[field] ??= this.#column(field));
        column.set(start + place, value);
      },
    });
  }

  #column(fieldAt: number): PastColumn {
    const field = recordFields[fieldAt];
    if (field === undefined) throw new Error('There is no such field');
    let column = this.#columns.get(field);
    if (column === undefined) {
      column = new PastColumn(this.#length, this.#logs);
      this.#columns.set(field, column);
    }
    return column;
  }
}

/** The values of a column, as numbers of the logs: most of them are never read. */
class PastColumn {
  /** By place: the number of the value plus one; 0 if the value is the same now. */
  readonly #values: Int32Array;
  readonly #logs: readonly LogOfPart[];

  constructor(length: number, logs: readonly LogOfPart[]) {
    this.#values = new Int32Array(length);
    this.#logs = logs;
  }

  at(place: number): string | null | undefined {
    const value = this.#values[place] ?? 0;
    if (value === 0) return undefined;
    const part = this.#logs.findLast(({ start }) => start <= place);
    return part?.log.valueBefore(value - 1);
  }

  set(place: number, value: number): void {
    this.#values[place] = value + 1;
  }
}

function setValue(tenant: ListRecord, field: RecordField, value: string | null): void {
  // Some of the fields cannot be null.
  if (field === 'id' || field === 'name' || field === 'domain') tenant[field] = value ?? '';
  else tenant[field] = value;
}
