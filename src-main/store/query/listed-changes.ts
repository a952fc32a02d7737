import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { Change } from '../../../src-shared/changes.ts';
import { changeKinds } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { bitOf } from '../history/field-bits.ts';
import type { NetChange, NetChanges } from '../history/net-changes.ts';
import { totalLength } from '../index/parts.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { ListPart } from './list-parts.ts';

/** The changes in one of the parts of a view. */
export interface PartChanges {
  net: NetChanges;
  /** Returns the place of each of some tenants in the part, by their numbers in the log; -1 if it does not have them. */
  placesOf: (tenants: readonly number[]) => Int32Array;
}

/** Which rows of a view have changed since a baseline, and how. Holds no connection. */
export class ListedChanges {
  readonly #changes: NetChange[] = [];
  /** Where the changes of each part begin in `#changes`. */
  readonly #nets: { net: NetChanges; first: number }[] = [];
  // These are indexed by place. 0 stands for a row without a change.
  /** The number of the change in `#changes`, from 1. */
  readonly #numbers: Uint32Array;
  /** The position of the kind in `changeKinds`, from 1. */
  readonly #kinds: Uint8Array;
  readonly #fieldBits: Uint16Array;
  /** The number of the run that found the change, from 1. */
  readonly #runs: Uint32Array;
  /** 1 for the row of a tenant that was gone before the baseline already. */
  readonly #isHidden: Uint8Array;
  #foundRanks: Uint32Array | undefined;

  /** @param changesOf returns `null` if there is nothing to compare. */
  constructor(parts: readonly ListPart[], changesOf: (part: ListPart) => PartChanges | null) {
    const length = totalLength(parts);
    this.#numbers = new Uint32Array(length);
    this.#kinds = new Uint8Array(length);
    this.#fieldBits = new Uint16Array(length);
    this.#runs = new Uint32Array(length);
    this.#isHidden = new Uint8Array(length);
    let start = 0;
    for (const part of parts) {
      if (part.areGone) this.#isHidden.fill(1, start, start + part.length);
      const found = changesOf(part);
      if (found !== null) this.#addPart(part, start, found);
      start += part.length;
    }
  }

  isShown(place: number): boolean {
    return this.#isHidden[place] === 0;
  }

  /** Returns the change of a row, with its values. */
  describe(place: number, tenant: ListRecord): Change | undefined {
    const at = (this.#numbers[place] ?? 0) - 1;
    const change = this.#changes[at];
    const net = this.#nets.findLast(({ first }) => first <= at)?.net;
    if (change === undefined || net === undefined) return undefined;
    return {
      kind: change.kind,
      foundAt: net.foundAt(change),
      fields: net.fieldsOf(change, tenant),
    };
  }

  /** Returns the run that found the change of a row; 0 if it has none. */
  runOf(place: number): number {
    return this.#runs[place] ?? 0;
  }

  /** Returns the places of all changes, in the order of the list. */
  places(): Uint32Array {
    const places = new Uint32Array(this.#changes.length);
    let length = 0;
    for (const [place, number] of this.#numbers.entries())
      if (number !== 0) places[length++] = place;
    return places;
  }

  /** Returns ranks of the rows by the run that found their changes, by place. */
  foundRanks(): Uint32Array {
    this.#foundRanks ??= this.#rankRuns();
    return this.#foundRanks;
  }

  #rankRuns(): Uint32Array {
    let first = noRank;
    for (const runId of this.#runs) if (runId !== 0 && runId < first) first = runId;
    return this.#runs.map((runId) => (runId === 0 ? noRank : runId - first));
  }

  /** Returns a test for the rows with a kind of change, or with a change of a field. */
  test(
    index: RowIndex,
    { change: wanted, changedField }: Pick<Filter, 'change' | 'changedField'>,
  ): (place: number) => boolean {
    const kind = 1 + changeKinds.findIndex((one) => one === wanted);
    const hasKind =
      wanted === 'any'
        ? (place: number) => this.#kinds[place] !== 0
        : (place: number) => this.#kinds[place] === kind;
    if (changedField === undefined) return hasKind;
    const { field, after } = changedField;
    const bit = bitOf(field);
    const hasField = (place: number) =>
      ((this.#fieldBits[place] ?? 0) & bit) !== 0 && hasKind(place);
    if (after === undefined) return hasField;
    const ranks = index.ranks(field);
    const wantedRank = rankOf(index, field, after);
    return (place) => hasField(place) && (ranks[place] ?? noRank) === wantedRank;
  }

  #addPart(part: ListPart, start: number, { net, placesOf }: PartChanges): void {
    this.#nets.push({ net, first: this.#changes.length });
    const changes = net.changes.filter(({ kind }) => (kind === 'gone') === part.areGone);
    const places = placesOf(changes.map(({ tenant }) => tenant));
    for (const [at, change] of changes.entries()) {
      const placeInPart = places[at] ?? -1;
      if (placeInPart < 0) continue;
      const place = start + placeInPart;
      this.#numbers[place] = this.#changes.push(change);
      this.#kinds[place] = 1 + changeKinds.indexOf(change.kind);
      this.#fieldBits[place] = change.fieldBits;
      this.#runs[place] = change.runId;
      this.#isHidden[place] = 0;
    }
  }
}
