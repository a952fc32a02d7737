import { recordFields } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import type { ChangeLog } from './change-log.ts';
import { bitOf, differ } from './field-bits.ts';

/** Finds a tenant in the newer list. */
export type FindTenant = (tenantId: string) => ListRecord | null;

const none = -1;

/** Finds the fields that differ before and after all changes of a tenant. */
export class FieldComparison {
  readonly #log: ChangeLog;
  readonly #findTenant: FindTenant;
  /** For `findValuesBefore`. One array for all tenants leaves less to the garbage collector. */
  readonly #values = new Int32Array(recordFields.length);

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
    const before = findValuesBefore(log, first, last, this.#values);
    let open = bits;
    let equal = 0;
    for (let change = last; change >= first && open !== 0; change = log.previous(change)) {
      for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
        const position = log.fieldAt(value);
        const bit = 1 << position;
        if ((open & bit) === 0) continue;
        open &= ~bit;
        if (this.#isEqual(position, before[position] ?? none, value)) equal |= bit;
      }
    }
    return equal;
  }

  /** Returns whether a field had the same value before one change and after another. */
  #isEqual(field: number, before: number, after: number): boolean {
    const log = this.#log;
    if (log.areEqual(before, after)) return true;
    // Only dates can be written in another way.
    if (recordFields[field] !== 'createdAt') return false;
    return !differ('createdAt', log.valueBefore(before), log.valueAfter(after));
  }

  /** Compares the values before the changes with those that a tenant has now. */
  #compareTenant(first: number, last: number): number {
    const tenant = this.#findTenant(this.#log.tenantIdOf(last));
    const before = findValuesBefore(this.#log, first, last, this.#values);
    let bits = 0;
    for (const [position, field] of recordFields.entries()) {
      const value = before[position] ?? none;
      if (value === none) continue;
      if (differ(field, this.#log.valueBefore(value), tenant?.[field] ?? null))
        bits |= bitOf(field);
    }
    return bits;
  }
}

/**
 * Returns the values that a tenant had before the change `first`, by field; -1 if they have not changed up to `last`. They
 * are numbers of the log, because most of them are never read.
 *
 * @param before the array that is filled and returned.
 */
export function findValuesBefore(
  log: ChangeLog,
  first: number,
  last: number,
  before = new Int32Array(recordFields.length),
): Int32Array {
  before.fill(none);
  for (let change = last; change >= first; change = log.previous(change)) {
    for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
      before[log.fieldAt(value)] = value;
    }
  }
  return before;
}
