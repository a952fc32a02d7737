import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { rewind } from '../history/rewind.ts';
import type { RunSpan } from '../history/run-span.ts';
import { readWhole } from '../history/shortened-text.ts';
import { totalLength } from '../index/parts.ts';
import type { PastValues } from '../index/past-index.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { ListPart } from './list-parts.ts';

/** What has changed in one of the parts of a view since the moment that it shows. */
export interface PartHistory {
  log: ChangeLog;
  span: RunSpan;
  /** The place of each tenant of the log in the part; -1 if it does not have the tenant. */
  places: Int32Array;
}

/**
 * The lists of a view as they were at an earlier moment: which of the rows they had, and with which values. The rows are
 * those of the lists now, and those that are gone. Holds no connection.
 */
export class PastList {
  readonly #columns = new Map<RecordField, (string | null | undefined)[]>();
  readonly #length: number;
  /** Where each part begins, and the run that left it as it was. */
  readonly #starts: { start: number; since: number }[] = [];
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

  /** Returns the values for an index. @param tenantIdAt returns the id of the tenant in a row. */
  values(connection: Connection, tenantIdAt: (place: number) => string): PastValues {
    const readWhole = (place: number, field: RecordField, value: string | null) =>
      this.#readWhole(connection, value, { tenantId: tenantIdAt(place), field, place });
    return { columns: this.#columns, readWhole };
  }

  isShown(place: number): boolean {
    return this.#isHidden[place] === 0;
  }

  /** Returns the tenant of a row as it was. @param connection from which long values are read. */
  apply(place: number, tenant: ListRecord, connection: Connection): ListRecord {
    const past = { ...tenant };
    for (const [field, column] of this.#columns) {
      const value = column[place];
      if (value === undefined) continue;
      const source = { tenantId: tenant.id, field, place };
      setValue(past, field, this.#readWhole(connection, value, source));
    }
    return past;
  }

  #readWhole(
    connection: Connection,
    value: string | null,
    { place, ...source }: { tenantId: string; field: RecordField; place: number },
  ): string | null {
    const since = this.#starts.findLast(({ start }) => start <= place)?.since ?? 0;
    return readWhole(connection, value, { ...source, since });
  }

  #rewindPart(start: number, { log, span, places }: PartHistory): void {
    this.#starts.push({ start, since: span.since });
    const columns: (string | null | undefined)[][] = [];
    rewind(log, span, {
      onTenant: (tenant, wasListed) => {
        const place = places[tenant] ?? -1;
        if (place >= 0) this.#isHidden[start + place] = wasListed ? 0 : 1;
      },
      onValue: (tenant, field, value) => {
        const place = places[tenant] ?? -1;
        if (place < 0) return;
        const column = (columns[field] ??= this.#column(field));
        column[start + place] = value;
      },
    });
  }

  #column(fieldAt: number): (string | null | undefined)[] {
    const field = recordFields[fieldAt];
    if (field === undefined) throw new Error('There is no such field');
    let column = this.#columns.get(field);
    if (column === undefined) {
      // `Array.from` takes several times as long.
      column = new Array<string | null | undefined>(this.#length).fill(undefined);
      this.#columns.set(field, column);
    }
    return column;
  }
}

function setValue(tenant: ListRecord, field: RecordField, value: string | null): void {
  // Some of the fields cannot be null.
  if (field === 'id' || field === 'name' || field === 'domain') tenant[field] = value ?? '';
  else tenant[field] = value;
}
