import type { Change } from '../../../src-shared/changes.ts';
import { changeKinds, recordFields, type ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { valueOf } from '../../../src-shared/record-values.ts';
import type { ChangeLog } from './change-log.ts';
import { bitOf } from './field-bits.ts';
import { FieldComparison, findValuesBefore, type FindTenant } from './field-comparison.ts';
import type { RunSpan } from './run-span.ts';

/**
 * What has changed in one list from one run to another. A tenant whose values are the same again has not changed. There is
 * at most one change for each tenant. In a year most tenants change, so the changes are columns of numbers.
 */
export class NetChanges {
  readonly log: ChangeLog;
  /** How many changes there are. */
  readonly length: number;
  // These are indexed by change, and may be longer than needed.
  /** The numbers of the tenants in the log. */
  readonly tenants: Int32Array;
  /** As positions in `changeKinds`. */
  readonly kinds: Uint8Array;
  /** The last run that found a change of the tenant. */
  readonly runIds: Int32Array;
  /** For `changed`: a bit for each field whose value differs (see `bitOf`). */
  readonly fieldBits: Int32Array;
  /** The last change of the tenant in the log. */
  readonly #lasts: Int32Array;
  /** The first change after the baseline. */
  readonly #first: number;

  constructor(log: ChangeLog, { since, until }: RunSpan, findTenant: FindTenant) {
    this.log = log;
    this.#first = log.firstAfter(since);
    const touched = findTouchedTenants(log, this.#first, log.firstAfter(until));
    const most = touched.tenants.length;
    this.tenants = new Int32Array(most);
    this.kinds = new Uint8Array(most);
    this.runIds = new Int32Array(most);
    this.fieldBits = new Int32Array(most);
    this.#lasts = new Int32Array(most);
    this.length = this.#compare(touched, new FieldComparison(log, findTenant));
  }

  /** Returns the changes of tenants that are gone, or all others. */
  select(areGone: boolean): Int32Array {
    const selected = new Int32Array(this.length);
    let length = 0;
    for (let change = 0; change < this.length; change++) {
      if ((this.kinds[change] === positions.gone) === areGone) selected[length++] = change;
    }
    return selected.subarray(0, length);
  }

  /**
   * Describes a change, with the fields that differ and both values. There are none if the tenant is new or gone.
   *
   * @param tenant as the newer list has it.
   */
  describe(change: number, tenant: ListRecord): Change {
    const kind = changeKinds[this.kinds[change] ?? positions.changed] ?? 'changed';
    const foundAt = this.log.endOf(this.runIds[change] ?? 0);
    if (kind !== 'changed') return { kind, foundAt, fields: [] };
    const fieldBits = this.fieldBits[change] ?? 0;
    const before = findValuesBefore(this.log, this.#first, this.#lasts[change] ?? 0);
    const fields = recordFields.flatMap((field, at) =>
      (fieldBits & bitOf(field)) === 0
        ? []
        : [
            {
              field,
              before: this.log.valueBefore(before[at] ?? none),
              after: valueOf(tenant, field),
            },
          ],
    );
    return { kind, foundAt, fields };
  }

  /** Counts the changes of each kind, and the changed tenants for each field. */
  count(): { kinds: Record<ChangeKind, number>; fields: Map<RecordField, number> } {
    const kinds = { new: 0, changed: 0, gone: 0 };
    for (const kind of this.kinds.subarray(0, this.length)) kinds[changeKinds[kind] ?? 'changed']++;
    const counts = recordFields.map(() => 0);
    for (let change = 0; change < this.length; change++) {
      let bits = this.fieldBits[change] ?? 0;
      while (bits !== 0) {
        const field = 31 - Math.clz32(bits);
        counts[field] = (counts[field] ?? 0) + 1;
        bits ^= 1 << field;
      }
    }
    const fields = recordFields.map((field, at) => [field, counts[at] ?? 0] as const);
    return { kinds, fields: new Map(fields.filter(([, count]) => count > 0)) };
  }

  /** Compares the first and the last value of each tenant. Returns how many have changed. */
  #compare(
    { tenants, firstChange, lastChange, lastRealChange }: TouchedTenants,
    fields: FieldComparison,
  ): number {
    const { log } = this;
    let length = 0;
    for (const tenant of tenants) {
      const from = firstChange[tenant] ?? 0;
      const last = lastChange[tenant] ?? 0;
      const kind = kindOf(log.before(from), log.after(last));
      if (kind === null) continue;
      const fieldBits = kind === positions.changed ? fields.compare(from, last) : 0;
      if (kind === positions.changed && fieldBits === 0) continue;
      this.tenants[length] = tenant;
      this.kinds[length] = kind;
      this.runIds[length] = log.runOf(lastRealChange[tenant] ?? 0);
      this.fieldBits[length] = fieldBits;
      this.#lasts[length] = last;
      length++;
    }
    return length;
  }
}

const none = -1;
/** The kinds, as positions in `changeKinds`. */
const positions = {
  new: changeKinds.indexOf('new'),
  changed: changeKinds.indexOf('changed'),
  gone: changeKinds.indexOf('gone'),
};

/** The tenants of some changes. By tenant: its first change, its last one, and the last one that altered its values. */
interface TouchedTenants {
  tenants: Int32Array;
  firstChange: Int32Array;
  lastChange: Int32Array;
  lastRealChange: Int32Array;
}

/** Finds the tenants of the changes from `first` to before `end`, in the order of their last changes, newest first. */
function findTouchedTenants(log: ChangeLog, first: number, end: number): TouchedTenants {
  const known = log.tenantIds.length;
  const tenants = new Int32Array(known);
  let length = 0;
  const firstChange = new Int32Array(known);
  const lastChange = new Int32Array(known).fill(none);
  const lastRealChange = new Int32Array(known).fill(none);
  for (let change = end - 1; change >= first; change--) {
    const tenant = log.tenantOf(change);
    if (lastChange[tenant] === none) {
      lastChange[tenant] = change;
      tenants[length++] = tenant;
    }
    firstChange[tenant] = change;
    if (lastRealChange[tenant] === none && log.before(change) !== log.after(change))
      lastRealChange[tenant] = change;
  }
  return { tenants: tenants.subarray(0, length), firstChange, lastChange, lastRealChange };
}

/**
 * Returns a position in `changeKinds`; `null` if nothing has changed.
 *
 * @param before and `after`: numbers for the values; 0 if the tenant is not in the list.
 */
function kindOf(before: number, after: number): number | null {
  if (before === after) return null;
  return before === 0 ? positions.new : after === 0 ? positions.gone : positions.changed;
}
