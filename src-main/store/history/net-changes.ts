import { areSameDate } from '../../../src-shared/dates.ts';
import type { Change } from '../../../src-shared/saved-list.ts';
import { changeKinds, tenantFields, type ChangeKind } from '../../../src-shared/tenant-fields.ts';
import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import type { ChangeLog } from './change-log.ts';
import type { RunSpan } from './run-span.ts';

/** Finds a tenant in the newer list. */
export type FindTenant = (tenantId: string) => Tenant | null;

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

/** Returns the bit of a field. */
export function bitOf(field: TenantField): number {
  return 1 << tenantFields.indexOf(field);
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
  fieldsOf({ kind, fieldBits, last }: NetChange, tenant: Tenant): Change['fields'] {
    if (kind !== 'changed') return [];
    const { log } = this;
    const before: (string | null)[] = [];
    for (let change = last; change >= this.#first; change = log.previous(change)) {
      for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
        before[log.fieldAt(value)] = log.valueBefore(value);
      }
    }
    return tenantFields.flatMap((field, at) =>
      (fieldBits & bitOf(field)) === 0
        ? []
        : [{ field, before: before[at] ?? null, after: tenant[field] }],
    );
  }

  /** Counts the changes of each kind, and the changed tenants for each field. */
  count(): { kinds: Record<ChangeKind, number>; fields: Map<TenantField, number> } {
    const kinds = { new: 0, changed: 0, gone: 0 };
    const fields = new Map<TenantField, number>();
    for (const { kind } of this.changes) kinds[kind]++;
    for (const field of tenantFields) {
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
  // By tenant: the last and the first of the changes, and the last that counts.
  const last = new Int32Array(log.tenantIds.length).fill(none);
  const oldest = new Int32Array(log.tenantIds.length);
  const found = new Int32Array(log.tenantIds.length).fill(none);
  for (let change = end - 1; change >= first; change--) {
    const tenant = log.tenantOf(change);
    if (last[tenant] === none) {
      last[tenant] = change;
      tenants.push(tenant);
    }
    oldest[tenant] = change;
    if (found[tenant] === none && log.before(change) !== log.after(change)) found[tenant] = change;
  }
  const changes: NetChange[] = [];
  for (const tenant of tenants) {
    const [from = none, to = none, counted = none] = [oldest[tenant], last[tenant], found[tenant]];
    const kind = kindOf(log.before(from), log.after(to));
    if (kind === null) continue;
    const fieldBits =
      kind === 'changed' ? differingFields(log, { first: from, last: to }, findTenant) : 0;
    if (kind === 'changed' && fieldBits === 0) continue;
    changes.push({ tenant, kind, runId: log.runOf(counted), fieldBits, last: to });
  }
  return changes;
}

/** @param before and `after`: numbers for the values; 0 if the tenant is not in the list. */
function kindOf(before: number, after: number): ChangeKind | null {
  const [added, changed, gone] = changeKinds;
  if (before === after) return null;
  return before === 0 ? added : after === 0 ? gone : changed;
}

/** Returns the bits of the fields that differ before and after all changes of one tenant, from `first` to `last`. */
function differingFields(
  log: ChangeLog,
  { first, last }: { first: number; last: number },
  findTenant: FindTenant,
): number {
  // By field: the value in the log that has the first and the last value of the field.
  const oldest = new Int32Array(tenantFields.length).fill(none);
  const newest = new Int32Array(tenantFields.length).fill(none);
  // The log does not have the values with which a tenant came back.
  let cameBack = false;
  for (let change = last; change >= first; change = log.previous(change)) {
    for (let value = log.firstValue(change); value < log.firstValue(change + 1); value++) {
      const field = log.fieldAt(value);
      if (oldest[field] === none && !cameBack) newest[field] = value;
      oldest[field] = value;
    }
    if (log.kindOf(change) === 'new') cameBack = true;
  }
  const tenant = cameBack ? findTenant(log.tenantIdOf(last)) : null;
  let bits = 0;
  for (const [at, field] of tenantFields.entries()) {
    const [from = none, to = none] = [oldest[at], newest[at]];
    if (from === none || field === 'updatedAt') continue;
    const after = to === none ? (tenant?.[field] ?? null) : log.valueAfter(to);
    if (!areSame(field, log.valueBefore(from), after)) bits |= 1 << at;
  }
  return bits;
}

/** Another way to write the same date is no difference. */
function areSame(field: TenantField, before: string | null, after: string | null): boolean {
  return before === after || (field === 'createdAt' && areSameDate(before, after));
}
