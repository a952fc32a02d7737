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
  tenantId: string;
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
  /** Those that were found last come first. */
  readonly changes: readonly NetChange[];
  readonly #log: ChangeLog;
  /** The oldest change that counts. */
  readonly #first: number;

  constructor(log: ChangeLog, { since, until }: RunSpan, findTenant: FindTenant) {
    this.#log = log;
    this.#first = log.firstAfter(since);
    this.changes = log
      .lastChanges(this.#first, log.firstAfter(until))
      .flatMap((last) => netChangeOf(log, { first: this.#first, last }, findTenant) ?? []);
  }

  /** Returns when a change was found. */
  foundAt({ runId }: NetChange): string {
    return this.#log.endOf(runId);
  }

  /**
   * Returns the fields that differ, with both values. There are none if the tenant is new or gone.
   *
   * @param tenant as the newer list has it.
   */
  fieldsOf({ kind, fieldBits, last }: NetChange, tenant: Tenant): Change['fields'] {
    if (kind !== 'changed') return [];
    const before: (string | null)[] = [];
    for (let change = last; change >= this.#first; change = this.#log.previous(change)) {
      this.#log.eachValue(change, (field, value) => {
        before[field] = value;
      });
    }
    return tenantFields.flatMap((field, at) =>
      (fieldBits & bitOf(field)) === 0
        ? []
        : [{ field, before: before[at] ?? null, after: tenant[field] }],
    );
  }

  /** Counts the changes of each kind, and the changed tenants for each field. */
  count(): { kinds: Record<ChangeKind, number>; fields: Map<TenantField, number> } {
    const counts = new Map<ChangeKind, number>();
    const fields = new Map<TenantField, number>();
    for (const { kind, fieldBits } of this.changes) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (fieldBits === 0) continue;
      for (const field of tenantFields) {
        if ((fieldBits & bitOf(field)) !== 0) fields.set(field, (fields.get(field) ?? 0) + 1);
      }
    }
    const [added = 0, changed = 0, gone = 0] = changeKinds.map((kind) => counts.get(kind));
    return { kinds: { new: added, changed, gone }, fields };
  }
}

/** Returns what all changes of one tenant amount to, from its last one back to `first`. */
function netChangeOf(
  log: ChangeLog,
  { first, last }: { first: number; last: number },
  findTenant: FindTenant,
): NetChange | null {
  const before: (string | null)[] = [];
  const after: (string | null)[] = [];
  let oldest = last;
  let found = -1;
  // The log does not have the values of a tenant that came back.
  let cameBack = false;
  for (let change = last; change >= first; change = log.previous(change)) {
    oldest = change;
    if (found < 0 && log.before(change) !== log.after(change)) found = change;
    log.eachValue(change, (field, valueBefore, valueAfter) => {
      before[field] = valueBefore;
      if (after[field] === undefined && !cameBack) after[field] = valueAfter;
    });
    if (log.kindOf(change) === 'new') cameBack = true;
  }
  if (log.before(oldest) === log.after(last)) return null;
  const tenantId = log.tenantIdOf(last);
  const net = { tenantId, runId: log.runOf(found), fieldBits: 0, last };
  if (log.before(oldest) === 0) return { ...net, kind: 'new' };
  if (log.after(last) === 0) return { ...net, kind: 'gone' };
  const tenant = cameBack ? findTenant(tenantId) : null;
  for (const [at, field] of tenantFields.entries()) {
    const valueBefore = before[at];
    if (valueBefore === undefined || field === 'updatedAt') continue;
    const valueAfter = after[at] === undefined ? (tenant?.[field] ?? null) : after[at];
    if (!areSame(field, valueBefore, valueAfter)) net.fieldBits |= bitOf(field);
  }
  return net.fieldBits === 0 ? null : { ...net, kind: 'changed' };
}

/** Another way to write the same date is no difference. */
function areSame(field: TenantField, before: string | null, after: string | null): boolean {
  return before === after || (field === 'createdAt' && areSameDate(before, after));
}
