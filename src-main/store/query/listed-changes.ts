import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { Change } from '../../../src-shared/saved-list.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { bitOf, type NetChange, type NetChanges } from '../history/net-changes.ts';
import { findPart, totalLength } from '../index/parts.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import type { ListPart } from './list-parts.ts';

/** The changes of one of the parts of a view. */
export interface PartChanges {
  /** `null` if there is nothing to compare. */
  net: NetChanges | null;
  /** Returns the places of some tenants in the part; -1 for those that it does not have. */
  placesOf: (tenantIds: readonly string[]) => Int32Array;
}

/** Which rows of a view have changed since a baseline, and how. Holds no connection. */
export class ListedChanges {
  /** By part. */
  readonly #nets: readonly (NetChanges | null)[];
  readonly #changes: NetChange[] = [];
  /** By place: the number of the row's change, from 1; 0 if it has none. */
  readonly #numbers: Uint32Array;
  /** By place: 1 for a tenant that was gone before the baseline already. */
  readonly #isHidden: Uint8Array;
  #foundRanks: Uint32Array | undefined;

  constructor(parts: readonly ListPart[], changesOf: (part: ListPart) => PartChanges) {
    this.#numbers = new Uint32Array(totalLength(parts));
    this.#isHidden = new Uint8Array(this.#numbers.length);
    let start = 0;
    this.#nets = parts.map((part) => {
      const { net, placesOf } = changesOf(part);
      const changes = (net?.changes ?? []).filter(({ kind }) => (kind === 'gone') === part.areGone);
      const places = placesOf(changes.map(({ tenantId }) => tenantId));
      for (const [at, change] of changes.entries()) {
        const place = places[at] ?? -1;
        if (place >= 0) this.#numbers[start + place] = this.#changes.push(change);
      }
      for (let place = start; part.areGone && place < start + part.length; place++) {
        this.#isHidden[place] = Number(this.#numbers[place] === 0);
      }
      start += part.length;
      return net;
    });
  }

  isShown(place: number): boolean {
    return this.#isHidden[place] === 0;
  }

  /** Returns `undefined` if the row has not changed. */
  at(place: number): NetChange | undefined {
    const number = this.#numbers[place] ?? 0;
    return number === 0 ? undefined : this.#changes[number - 1];
  }

  /** Returns the change of a row, with its values. */
  describe(parts: readonly ListPart[], place: number, tenant: Tenant): Change | undefined {
    const change = this.at(place);
    const net = this.#nets[findPart(parts, place).position];
    if (change === undefined || net == null) return undefined;
    const { kind } = change;
    return { kind, foundAt: net.foundAt(change), fields: net.fieldsOf(change, tenant) };
  }

  /** Returns a test for the rows with a kind of change, or with a change of a field. */
  test(
    index: RowIndex,
    { change: wanted, changedField }: Pick<Filter, 'change' | 'changedField'>,
  ): (place: number) => boolean {
    const hasKind = (place: number) => {
      const kind = this.at(place)?.kind;
      return kind !== undefined && (wanted === 'any' || kind === wanted);
    };
    if (changedField === undefined) return hasKind;
    const { field, after } = changedField;
    const bit = bitOf(field);
    const hasField = (place: number) =>
      hasKind(place) && ((this.at(place)?.fieldBits ?? 0) & bit) !== 0;
    if (after === undefined) return hasField;
    const ranks = index.ranks(field);
    const wantedRank = rankOf(index, field, after);
    return (place) => hasField(place) && (ranks[place] ?? noRank) === wantedRank;
  }

  /** Returns ranks of the rows by the run that found their changes, by place. */
  foundRanks(): Uint32Array {
    this.#foundRanks ??= this.#rankRuns();
    return this.#foundRanks;
  }

  #rankRuns(): Uint32Array {
    const runs = [...new Set(this.#changes.map(({ runId }) => runId))].toSorted((a, b) => a - b);
    const ranks = new Map(runs.map((runId, rank) => [runId, rank]));
    return this.#numbers.map(
      (number) => ranks.get(this.#changes[number - 1]?.runId ?? -1) ?? noRank,
    );
  }
}
