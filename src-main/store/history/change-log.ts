import {
  changeKinds,
  isKnown,
  tenantFields,
  type ChangeKind,
} from '../../../src-shared/tenant-fields.ts';
import { firstIndex } from '../index/binary-search.ts';
import { array, number, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';

/**
 * The changes of one saved list, oldest first, in memory. Large lists have hundreds of thousands of changes in a year,
 * which are too many to read from the file for each query. A change is named by its number, from 0, and so is a tenant.
 */
export class ChangeLog {
  readonly #listId: string;
  /** The log has the changes of the runs after this one, up to `until`. */
  readonly #after: number;
  #until: number;
  readonly #endTimes = new Map<number, string>();
  readonly #tenantIds: string[] = [];
  readonly #tenantNumbers = new Map<string, number>();
  /** By tenant. */
  readonly #lastChanges: number[] = [];

  // These are indexed by change. Flat arrays need a fraction of the memory that an object for each change would.
  readonly #runs: number[] = [];
  readonly #tenants: number[] = [];
  readonly #kinds: ChangeKind[] = [];
  readonly #before: number[] = [];
  readonly #afterwards: number[] = [];
  readonly #previous: number[] = [];
  /** Where the values of each change begin, and where those of the next one will. */
  readonly #firstValues = [0];

  // These are indexed by value.
  /** As positions in `tenantFields`. */
  readonly #fields: number[] = [];
  readonly #valuesBefore: (string | null)[] = [];
  readonly #valuesAfter: (string | null)[] = [];

  /** @param after the changes of this run, and of those before, are left out. */
  constructor(listId: string, after: number) {
    this.#listId = listId;
    this.#after = after;
    this.#until = after;
  }

  /** Returns whether the log can have all changes of the runs after this one. */
  reachesBackTo(runId: number): boolean {
    return this.#after <= runId;
  }

  /** Adds the changes of the runs up to this one, if they are missing. Runs complete in the order of their ids. */
  loadUntil(connection: Connection, runId: number): void {
    if (runId <= this.#until) return;
    const runs = connection.all(
      `SELECT run_id, ended_at FROM refresh_run
         WHERE list_id = ? AND is_complete = 1 AND run_id > ? AND run_id <= ? ORDER BY run_id`,
      this.#listId,
      this.#until,
      runId,
    );
    for (const run of runs) {
      this.#endTimes.set(number(run, 'run_id'), text(run, 'ended_at'));
      this.#loadRun(connection, number(run, 'run_id'));
    }
    this.#until = runId;
  }

  get length(): number {
    return this.#runs.length;
  }

  /** The tenants that have changes. */
  get tenantIds(): readonly string[] {
    return this.#tenantIds;
  }

  /** Returns the first change that a run after this one has found. */
  firstAfter(runId: number): number {
    return firstIndex(this.length, (change) => this.runOf(change) > runId);
  }

  /** Returns the last change of each tenant among the changes from `first` to before `end`, newest first. */
  lastChanges(first: number, end: number): number[] {
    const found: number[] = [];
    const isFound = new Uint8Array(this.#tenantIds.length);
    for (let change = end - 1; change >= first; change--) {
      const tenant = this.#tenants[change] ?? 0;
      if (isFound[tenant] === 0) found.push(change);
      isFound[tenant] = 1;
    }
    return found;
  }

  runOf(change: number): number {
    return this.#runs[change] ?? 0;
  }

  /**
   * Returns the last run that had ended at a time, in ISO 8601; `undefined` if there is none. It goes by the order of the
   * runs, because the clock of a computer can jump.
   */
  lastRunAt(time: string): number | undefined {
    return [...this.#endTimes].findLast(([, endedAt]) => endedAt <= time)?.[0];
  }

  /** Returns when a run of the log ended. */
  endOf(runId: number): string {
    return this.#endTimes.get(runId) ?? '';
  }

  kindOf(change: number): ChangeKind {
    return this.#kinds[change] ?? 'changed';
  }

  tenantIdOf(change: number): string {
    return this.#tenantIds[this.#tenants[change] ?? 0] ?? '';
  }

  /** Returns a number for the tenant's values before a change; 0 if it was not in the list. */
  before(change: number): number {
    return this.#before[change] ?? 0;
  }

  /** Returns a number for the tenant's values after a change; 0 if it is gone. */
  after(change: number): number {
    return this.#afterwards[change] ?? 0;
  }

  /** Returns the change of the same tenant before a change; -1 if the log has none. */
  previous(change: number): number {
    return this.#previous[change] ?? -1;
  }

  /**
   * Calls `visit` for each value that a change has changed; for a tenant that is gone, for all its values.
   *
   * @param visit gets the position of the field in `tenantFields`.
   */
  eachValue(
    change: number,
    visit: (field: number, before: string | null, after: string | null) => void,
  ): void {
    const end = this.#firstValues[change + 1] ?? 0;
    for (let at = this.#firstValues[change] ?? 0; at < end; at++) {
      visit(this.#fields[at] ?? 0, this.#valuesBefore[at] ?? null, this.#valuesAfter[at] ?? null);
    }
  }

  /** Reads the changes of a run as one JSON array, which is several times faster than row by row. */
  #loadRun(connection: Connection, runId: number): void {
    const row = connection.get(
      `SELECT '[' || ifnull(group_concat('[' || json_quote(tenant_id) || ',"' || kind || '",' ||
           before || ',' || after || ',' || fields || ']'), '') || ']' AS changes
         FROM tenant_change WHERE run_id = ?`,
      runId,
    );
    for (const change of array(row, 'changes')) {
      this.#add(runId, arrayOf(change));
    }
  }

  #add(runId: number, [tenantId, kind, before, after, values]: readonly unknown[]): void {
    const isChange =
      typeof tenantId === 'string' &&
      typeof kind === 'string' &&
      isKnown(changeKinds, kind) &&
      typeof before === 'number' &&
      typeof after === 'number';
    if (!isChange) throw new Error(`Refresh run ${runId} has an unreadable change`);
    const tenant = this.#tenantNumberOf(tenantId);
    this.#previous.push(this.#lastChanges[tenant] ?? -1);
    this.#lastChanges[tenant] = this.length;
    this.#runs.push(runId);
    this.#tenants.push(tenant);
    this.#kinds.push(kind);
    this.#before.push(before);
    this.#afterwards.push(after);
    for (const value of arrayOf(values)) this.#addValue(arrayOf(value));
    this.#firstValues.push(this.#fields.length);
  }

  #tenantNumberOf(tenantId: string): number {
    let tenant = this.#tenantNumbers.get(tenantId);
    if (tenant === undefined) {
      tenant = this.#tenantIds.length;
      this.#tenantIds.push(tenantId);
      this.#tenantNumbers.set(tenantId, tenant);
    }
    return tenant;
  }

  #addValue([name, before, after]: readonly unknown[]): void {
    const field = tenantFields.findIndex((known) => known === name);
    if (field < 0) throw new Error('A change is about an unknown field');
    this.#fields.push(field);
    this.#valuesBefore.push(typeof before === 'string' ? before : null);
    this.#valuesAfter.push(typeof after === 'string' ? after : null);
  }
}

function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('A change is not readable');
  return value;
}
