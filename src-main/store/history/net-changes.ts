import type { Change } from '../../../src-shared/changes.ts';
import { recordFields, type ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { valueOf } from '../../../src-shared/record-values.ts';
import type { ChangeLog } from './change-log.ts';
import { bitOf, differ } from './field-bits.ts';
import type { RunSpan } from './run-span.ts';

/** Finds a tenant in the newer list. */
export type FindTenant = (tenantId: string) => ListRecord | null;

/** What has changed about one tenant. */
export interface NetChange {
  /** The number of the tenant in the log. */
  tenant: number;
  kind: ChangeKind;
  /** The last run that found a change of the tenant. */
  runId: number;
  /** For `changed`: a bit for each field whose value differs (see `bitOf`). */
  fieldBits: number;
  /** The last change of the tenant in the log. */
  last: number;
}

/** What has changed in one list from one run to another. A tenant whose values are the same again has not changed. */
export class NetChanges {
  readonly log: ChangeLog;
  readonly changes: readonly NetChange[];
  /** The oldest change that counts. */
  readonly #first: number;

  constructor(log: ChangeLog, { since, until }: RunSpan, findTenant: FindTenant) {
    this.log = log;
    this.#first = log.firstAfter(since);
    this.changes = findNetChanges(log, this.#first, log.firstAfter(until), findTenant);
  }

  /** Returns when a change was found. */
  foundAt({ runId }: NetChange): string {
    return this.log.endOf(runId);
  }

  /**
   * Returns the fields that differ, with both values. There are none if the tenant is new or gone.
   *
   * @param tenant as the newer list has it.
   */
  fieldsOf({ kind, fieldBits, last }: NetChange, tenant: ListRecord): Change['fields'] {
    if (kind !== 'changed') return [];
    const before = valuesBefore(this.log, this.#first, last);
    return recordFields.flatMap((field, at) =>
      (fieldBits & bitOf(field)) === 0
        ? []
        : [{ field, before: before[at] ?? null, after: valueOf(tenant, field) }],
    );
  }

  /** Counts the changes of each kind, and the changed tenants for each field. */
  count(): { kinds: Record<ChangeKind, number>; fields: Map<RecordField, number> } {
    const kinds = { new: 0, changed: 0, gone: 0 };
    const fields = new Map<RecordField, number>();
    for (const { kind } of this.changes) kinds[kind]++;
    for (const field of recordFields) {
      const bit = bitOf(field);
      let count = 0;
      for (const { fieldBits } of this.changes) if ((fieldBits & bit) !== 0) count++;
      if (count > 0) fields.set(field, count);
    }
    return { kinds, fields };
  }
}

const none = -1;

/** Compares the first and the last value of everything that has changed, from `first` to before `end`. */
function findNetChanges(
  log: ChangeLog,
  first: number,
  end: number,
  findTenant: FindTenant,
): NetChange[] {
  const tenants: number[] = [];
  // By tenant: the first and the last of the changes, and the last that counts.
  const oldest = new Int32Array(log.tenantIds.length);
  const newest = new Int32Array(log.tenantIds.length).fill(none);
  const found = new Int32Array(log.tenantIds.length).fill(none);
  for (let change = end - 1; change >= first; change--) {
    const tenant = log.tenantOf(change);
    if (newest[tenant] === none) {
      newest[tenant] = change;
      tenants.push(tenant);
    }
    oldest[tenant] = change;
    if (found[tenant] === none && log.before(change) !== log.after(change)) found[tenant] = change;
  }
  const fields = new FieldComparison(log, findTenant);
  const changes: NetChange[] = [];
  for (const tenant of tenants) {
    const from = oldest[tenant] ?? 0;
    const last = newest[tenant] ?? 0;
    const kind = kindOf(log.before(from), log.after(last));
    if (kind === null) continue;
    const fieldBits = kind === 'changed' ? fields.compare(from, last) : 0;
    if (kind === 'changed' && fieldBits === 0) continue;
    changes.push({ tenant, kind, runId: log.runOf(found[tenant] ?? 0), fieldBits, last });
  }
  return changes;
}

/** @param before and `after`: numbers for the values; 0 if the tenant is not in the list. */
function kindOf(before: number, after: number): ChangeKind | null {
  if (before === after) return null;
  return before === 0 ? 'new' : after === 0 ? 'gone' : 'changed';
}

/** Finds the fields that differ before and after all changes of a tenant. */
class FieldComparison {
  readonly #log: ChangeLog;
  readonly #findTenant: FindTenant;

  constructor(log: ChangeLog, findTenant: FindTenant) {
    this.#log = log;
    this.#findTenant = findTenant;
  }

  /** Returns the bits of the fields that differ before the change `first` and after the change `last`. */
  compare(first: number, last: number): number {
    const log = this.#log;
    let once = 0;
    let again = 0;
    for (let change = last; change >= first; change = log.previous(change)) {
      // The log does not have the values with which a tenant came back.
      if (log.kindOf(change) === 'new') return this.#compareTenant(first, last);
      const bits = log.fieldBits(change);
      again |= once & bits;
      once |= bits;
    }
    // A value that was changed several times may be the same again.
    return again === 0 ? once : once & ~this.#findEqual(first, last, again);
  }

  /** Returns which of some fields have the same value before and after the changes. */
  #findEqual(first: number, last: number, bits: number): number {
    const log = this.#log;
    const before = valuesBefore(log, first, last);
    let open = bits;
    let equal = 0;
    for (let change = last; change >= first && open !== 0; change = log.previous(change)) {
      for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
        const position = log.fieldAt(value);
        const bit = 1 << position;
        if ((open & bit) === 0) continue;
        open &= ~bit;
        const field = recordFields[position] ?? 'id';
        if (!differ(field, before[position] ?? null, log.valueAfter(value))) equal |= bit;
      }
    }
    return equal;
  }

  /** Compares the values before the changes with those that a tenant has now. */
  #compareTenant(first: number, last: number): number {
    const tenant = this.#findTenant(this.#log.tenantIdOf(last));
    const before = valuesBefore(this.#log, first, last);
    let bits = 0;
    for (const [position, field] of recordFields.entries()) {
      const value = before[position];
      if (value !== undefined && differ(field, value, tenant?.[field] ?? null))
        bits |= bitOf(field);
    }
    return bits;
  }
}

/** Returns the values that a tenant had before the change `first`, by field, if they have changed up to `last`. */
function valuesBefore(log: ChangeLog, first: number, last: number): (string | null | undefined)[] {
  const before: (string | null)[] = [];
  for (let change = last; change >= first; change = log.previous(change)) {
    for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
      before[log.fieldAt(value)] = log.valueBefore(value);
    }
  }
  return before;
}
