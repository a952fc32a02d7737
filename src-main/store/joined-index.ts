import type { TenantField } from '../../src-shared/tenant.ts';
import { none, orderings } from './collation.ts';
import type { Connection } from './connection.ts';
import type { ListIndex } from './list-index.ts';
import { findPart } from './parts.ts';
import { RowIndex } from './row-index.ts';
import { columns, eachValue } from './rows.ts';
import type { WordSegment } from './word-index.ts';

/**
 * Several lists as one: the rows of each stand behind those of the one before. What the lists' own indexes know is put
 * together when it is first needed, and the lists' ranks become ranks among them all.
 */
export class JoinedIndex extends RowIndex {
  readonly #indexes: readonly ListIndex[];
  readonly #ranks = new Map<TenantField, Uint32Array>();
  #words: WordSegment[] | undefined;
  #kinds: Uint8Array | undefined;

  constructor(indexes: readonly ListIndex[]) {
    super(indexes.reduce((sum, { length }) => sum + length, 0));
    this.#indexes = indexes;
  }

  ranks(connection: Connection, field: TenantField): Uint32Array {
    let ranks = this.#ranks.get(field);
    if (ranks === undefined) {
      ranks = this.#joinRanks(connection, field);
      this.#ranks.set(field, ranks);
    }
    return ranks;
  }

  words(connection: Connection): readonly WordSegment[] {
    this.#words ??= this.#indexes.flatMap((index) => [...index.words(connection)]);
    return this.#words;
  }

  kinds(connection: Connection): Uint8Array {
    if (this.#kinds === undefined) {
      this.#kinds = new Uint8Array(this.length);
      let from = 0;
      for (const index of this.#indexes) {
        this.#kinds.set(index.kinds(connection).subarray(0, index.length), from);
        from += index.length;
      }
    }
    return this.#kinds;
  }

  valueAt(connection: Connection, field: TenantField, place: number): string | null {
    const found = findPart(this.#indexes, place);
    return found.part.valueAt(connection, field, found.place);
  }

  #joinRanks(connection: Connection, field: TenantField): Uint32Array {
    const own = this.#indexes.map((index) => index.ranks(connection, field));
    const keys = this.#indexes.map((index, at) =>
      keysByRank(connection, index, field, own[at] ?? new Uint32Array()),
    );
    const joined = mergeRanks(keys, orderings[field].compare);
    const ranks = new Uint32Array(this.length);
    let place = 0;
    for (const [at, numbers] of own.entries()) {
      for (const number of numbers) {
        ranks[place++] = number === none ? none : (joined[at]?.[number] ?? none);
      }
    }
    return ranks;
  }
}

/** The value of each rank of a list, as it is compared. */
function keysByRank(
  connection: Connection,
  index: ListIndex,
  field: TenantField,
  ranks: Uint32Array,
): string[] {
  const keys: string[] = [];
  const { list, length } = index;
  const values = eachValue(connection, { list, from: 0, to: length, expression: columns[field] });
  let place = 0;
  for (const value of values) {
    const rank = ranks[place++] ?? none;
    if (rank !== none) keys[rank] ??= orderings[field].key(value) ?? '';
  }
  return keys;
}

/** @param keys of each list, in order. @returns the rank of each among them all; equal ones share one. */
function mergeRanks(
  keys: readonly (readonly string[])[],
  compare: (a: string, b: string) => number,
): Uint32Array[] {
  const ranks = keys.map(({ length }) => new Uint32Array(length));
  const next = keys.map(() => 0);
  for (let rank = 0; ; rank++) {
    let least: string | undefined;
    for (const [at, own] of keys.entries()) {
      const key = own[next[at] ?? 0];
      if (key !== undefined && (least === undefined || compare(key, least) < 0)) least = key;
    }
    if (least === undefined) return ranks;
    for (const [at, own] of keys.entries()) {
      const place = next[at] ?? 0;
      const key = own[place];
      if (key === undefined || compare(key, least) !== 0) continue;
      (ranks[at] ?? new Uint32Array())[place] = rank;
      next[at] = place + 1;
    }
  }
}
