import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { RecordField } from '../../../src-shared/list-record.ts';
import { numberSearches } from '../../../src-shared/phone-number.ts';
import { rankOf, ranksBetween, type Span, type TimeField } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import { matchLevels } from '../index/search-terms.ts';
import type { ListedChanges } from './listed-changes.ts';
import type { OwnWords } from './own-words.ts';

/** The rows of a view, sortable and searchable. */
export interface IndexedRows {
  index: RowIndex;
  /** The changes, if the view shows any. */
  changes: ListedChanges | null;
  /** Finds what the user has noted about the rows, which not all queries need. */
  ownWords: () => OwnWords;
  /** Whether a row belongs to the view. Rows that are gone, or that are newer, may not. */
  isShown: (place: number) => boolean;
}

/** One condition of a filter. */
export interface Condition {
  about:
    | 'name'
    | 'owners'
    | 'statuses'
    | 'connectionMethods'
    | 'networks'
    | 'matching'
    | 'created'
    | 'changed'
    | 'change'
    | 'starred'
    | 'noted'
    | 'tags';
  holds: (place: number) => boolean;
}

export interface CompiledFilter {
  /** A row matches if all of them hold. */
  conditions: readonly Condition[];
  /** How well each row matches the search, by place; `null` if the filter has none. */
  matches: Uint8Array | null;
}

/** Translates a filter into conditions on places. */
export function compileFilter(
  { index, changes, ownWords }: Omit<IndexedRows, 'isShown'>,
  filter: Filter,
): CompiledFilter {
  const conditions: Condition[] = [];
  const add = (about: Condition['about'], holds: Condition['holds']) => {
    conditions.push({ about, holds });
  };
  const addAnyOf = (
    about: Condition['about'],
    field: RecordField,
    values: readonly (string | null)[],
  ) => {
    const ranks = index.ranks(field);
    const wanted = new Set(values.map((value) => rankOf(index, field, value)));
    add(about, (place) => wanted.has(ranks[place] ?? noRank));
  };
  const addBetween = (about: Condition['about'], field: TimeField, span: Span) => {
    if (span.from === undefined && span.to === undefined) return;
    const ranks = index.ranks(field);
    const { low, high } = ranksBetween(index, field, span);
    add(about, (place) => {
      const rank = ranks[place] ?? noRank;
      return rank >= low && rank < high;
    });
  };
  const { ownerIds, statuses, connectionMethods, networks } = filter;
  const matches = filter.name === undefined ? null : matchSearch(index, ownWords(), filter.name);
  if (matches !== null) add('name', (place) => matches[place] !== matchLevels.none);
  if (ownerIds !== undefined) addAnyOf('owners', 'ownerId', ownerIds);
  if (statuses !== undefined) addAnyOf('statuses', 'status', statuses);
  if (connectionMethods !== undefined) {
    addAnyOf('connectionMethods', 'connectionMethod', connectionMethods);
  }
  if (networks !== undefined) addAnyOf('networks', 'network', networks);
  if (filter.matching !== undefined) {
    const { rows } = index.matchValues(filter.matching);
    add('matching', (place) => rows[place] === 1);
  }
  addBetween('created', 'createdAt', { from: filter.createdFrom, to: filter.createdTo });
  addBetween('changed', 'updatedAt', { from: filter.changedFrom, to: filter.changedTo });
  const { isStarred, hasNote, tags } = filter;
  if (isStarred)
    add(
      'starred',
      ownWords().annotations.test((one) => one.isStarred),
    );
  if (hasNote)
    add(
      'noted',
      ownWords().annotations.test(({ note }) => note !== ''),
    );
  if (tags !== undefined) add('tags', ownWords().annotations.testTags(tags));
  if (changes !== null) add('change', changes.test(index, filter));
  return { conditions, matches };
}

/**
 * Returns how well each row matches a search (see `matchLevels`), by place. Among hotlines, a phone number is found in
 * whatever way it is written.
 */
function matchSearch(index: RowIndex, ownWords: OwnWords, text: string): Uint8Array {
  const searches = index.fields.includes('hotline') ? numberSearches(text) : [text];
  const [first = new Uint8Array(index.length), ...others] = searches.map((search) =>
    index.match(search, ownWords.levels(search)),
  );
  return others.reduce(
    (best, levels) => best.map((level, place) => Math.max(level, levels[place] ?? 0)),
    first,
  );
}
