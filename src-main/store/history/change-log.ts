import {
  changeKinds,
  isKnown,
  recordFields,
  type ChangeKind,
} from '../../../src-shared/tenant-fields.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { firstIndex } from '../index/binary-search.ts';
import { number, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';
import { bitOf, differ } from './field-bits.ts';
import { NumberList } from './number-list.ts';
import { asArray, readChanges } from './read-changes.ts';
import { TextList } from './text-list.ts';

/** The largest log: see `ChangeLog.size`. */
export const largestLog = 128_000_000;

/** A text with more bytes counts several times, because the indexes of earlier moments contain it, too. */
const longText = { bytes: 1_000, weight: 4 };

/**
 * The changes of one saved list, oldest first, in memory. Large lists have hundreds of thousands of changes in a year,
 * which are too many to read from the file for each query. A change is named by its number, from 0, and so is a tenant.
 */
export class ChangeLog {
  readonly #listId: string;
  /** Tells logs apart. */
  readonly name: string;
  /** The log has the changes of the runs after this one, up to `until`. */
  readonly #after: number;
  #until: number;
  readonly #endTimes = new Map<number, string>();
  readonly #tenantIds: string[] = [];
  readonly #tenantNumbers = new Map<string, number>();
  /** By tenant: its last change. */
  readonly #lastChanges: number[] = [];

  // These are indexed by change.
  readonly #runs = new NumberList();
  readonly #tenants = new NumberList();
  /** As positions in `changeKinds`. */
  readonly #kinds = new NumberList();
  readonly #before = new NumberList(new Float64Array());
  readonly #afterwards = new NumberList(new Float64Array());
  readonly #fieldBits = new NumberList();
  readonly #previous = new NumberList();
  /** Where the values of each change end. */
  readonly #valueEnds = new NumberList();

  // These are indexed by value.
  /** As positions in `recordFields`. */
  readonly #fields = new NumberList();
  readonly #valuesBefore = new TextList();
  readonly #valuesAfter = new TextList();
  #size = 0;

  /** @param after the changes of this run, and of those before, are left out. */
  constructor(listId: string, after: number) {
    this.#listId = listId;
    this.name = `${listId} ${after}`;
    this.#after = after;
    this.#until = after;
  }

  /** Returns whether the log can have all changes of the runs after this one. */
  reachesBackTo(runId: number): boolean {
    return this.#after <= runId;
  }

  /**
   * Adds the changes of the runs up to this one, if they are missing. Runs complete in the order of their ids.
   *
   * @throws AppError `history_too_large`. The log must not be used after an error.
   */
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
      const id = number(run, 'run_id');
      this.#endTimes.set(id, text(run, 'ended_at'));
      for (const change of readChanges(connection, id)) this.#add(id, change);
    }
    this.#until = runId;
  }

  get length(): number {
    return this.#runs.length;
  }

  /** How much memory the values and their indexes need, about, in bytes. See `longText`. */
  get size(): number {
    return this.#size;
  }

  /** The ids of the tenants that have changes, by their numbers. */
  get tenantIds(): readonly string[] {
    return this.#tenantIds;
  }

  /** Returns the first change that a run after this one has found. */
  firstAfter(runId: number): number {
    return firstIndex(this.length, (change) => this.runOf(change) > runId);
  }

  /** Returns the distinct values that tenants had in a field before any of the changes. */
  pastValues(field: RecordField): Set<string | null> {
    const position = recordFields.indexOf(field);
    const values = new Set<string | null>();
    for (let value = 0; value < this.#fields.length; value++) {
      if (this.#fields.at(value) === position) values.add(this.valueBefore(value));
    }
    return values;
  }

  runOf(change: number): number {
    return this.#runs.at(change);
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
    return changeKinds[this.#kinds.at(change)] ?? 'changed';
  }

  tenantOf(change: number): number {
    return this.#tenants.at(change);
  }

  tenantIdOf(change: number): string {
    return this.#tenantIds[this.tenantOf(change)] ?? '';
  }

  /** Returns a number for the tenant's values before a change; 0 if it was not in the list. */
  before(change: number): number {
    return this.#before.at(change);
  }

  /** Returns a number for the tenant's values after a change; 0 if it is gone. */
  after(change: number): number {
    return this.#afterwards.at(change);
  }

  /** Returns a bit for each field that the change has changed (see `bitOf`). */
  fieldBits(change: number): number {
    return this.#fieldBits.at(change);
  }

  /** Returns the change of the same tenant before a change; -1 if the log has none. */
  previous(change: number): number {
    return this.#previous.at(change);
  }

  /**
   * Returns the first of the values that a change has changed. They end before the first value of the next change. A
   * tenant that is gone has all its values, and a new one has none.
   */
  firstValue(change: number): number {
    return change === 0 ? 0 : this.#valueEnds.at(change - 1);
  }

  /** Returns the field of a value, as its position in `recordFields`. */
  fieldAt(value: number): number {
    return this.#fields.at(value);
  }

  valueBefore(value: number): string | null {
    return this.#valuesBefore.at(value);
  }

  /** Returns the value after its change. It is missing for `updatedAt`, which is not compared. */
  valueAfter(value: number): string | null {
    return this.#valuesAfter.at(value);
  }

  /** Returns whether `valueBefore` of one value and `valueAfter` of another are the same. */
  areEqual(before: number, after: number): boolean {
    return this.#valuesBefore.equals(before, this.#valuesAfter, after);
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
    this.#kinds.push(changeKinds.indexOf(kind));
    this.#before.push(before);
    this.#afterwards.push(after);
    let bits = 0;
    for (const value of asArray(values)) bits |= this.#addValue(asArray(value));
    this.#fieldBits.push(bits);
    this.#valueEnds.push(this.#fields.length);
    if (this.#size <= largestLog) return;
    throw new AppError({ code: 'history_too_large', message: 'The history is too large to load' });
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

  /** Adds a value. Returns the bit of its field; 0 if it is only written in another way, or is `updatedAt`. */
  #addValue([name, before, after]: readonly unknown[]): number {
    const position = recordFields.findIndex((known) => known === name);
    const field = recordFields[position];
    if (field === undefined) throw new Error('A change is about an unknown field');
    const valueBefore = typeof before === 'string' ? before : null;
    const valueAfter = typeof after === 'string' ? after : null;
    this.#fields.push(position);
    this.#addText(this.#valuesBefore, valueBefore);
    this.#addText(this.#valuesAfter, field === 'updatedAt' ? null : valueAfter);
    return differ(field, valueBefore, valueAfter) ? bitOf(field) : 0;
  }

  #addText(list: TextList, added: string | null): void {
    const bytes = list.push(added);
    this.#size += bytes > longText.bytes ? longText.weight * bytes : bytes;
  }
}
