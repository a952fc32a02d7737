import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { Change } from '../../../src-shared/changes.ts';
import { changeKinds } from '../../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { bitOf } from '../history/field-bits.ts';
import type { NetChanges } from '../history/net-changes.ts';
import { totalLength } from '../index/parts.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { ListPart } from './list-parts.ts';

/** The changes in one of the parts of a view. */
export interface PartChanges {
  net: NetChanges;
  /** Returns the place of each of some tenants in the part, by their numbers in the log; -1 if it does not have them. */
  placesOf: (tenants: Int32Array) => Int32Array;
}

/** Which rows of a view have changed since a baseline, and how. Holds no connection. */
export class ListedChanges {
  /** The changes of each part, and where its rows begin. */
  readonly #nets: { net: NetChanges; start: number }[] = [];
  /** How many rows have changed. */
  #length = 0;
  // These are indexed by place. 0 stands for a row without a change.
  /** The number of the change among those of its part, from 1. */
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
    const number = this.#numbers[place] ?? 0;
    if (number === 0) return undefined;
    const { net } = this.#nets.findLast(({ start }) => start <= place) ?? {};
    return net?.describe(number - 1, tenant);
  }

  /** Returns the run that found the change of a row; 0 if it has none. */
  runOf(place: number): number {
    return this.#runs[place] ?? 0;
  }

  /** Returns the places of all changes, in the order of the list. */
  places(): Uint32Array {
    const places = new Uint32Array(this.#length);
    let length = 0;
    // `entries()` would make an array for each place.
    for (let place = 0; place < this.#numbers.length; place++) {
      if (this.#numbers[place] !== 0) places[length++] = place;
    }
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
    this.#nets.push({ net, start });
    const changes = net.select(part.areGone);
    const places = placesOf(changes.map((change) => net.tenants[change] ?? 0));
    for (let at = 0; at < changes.length; at++) {
      const change = changes[at] ?? 0;
      const placeInPart = places[at] ?? -1;
      if (placeInPart < 0) continue;
      const place = start + placeInPart;
      this.#numbers[place] = change + 1;
      this.#kinds[place] = 1 + (net.kinds[change] ?? 0);
      this.#fieldBits[place] = net.fieldBits[change] ?? 0;
      this.#runs[place] = net.runIds[change] ?? 0;
      this.#isHidden[place] = 0;
      this.#length++;
    }
  }
}
