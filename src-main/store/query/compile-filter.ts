import type { ConditionName } from '../../../src-shared/facets.ts';
import type { Filter } from '../../../src-shared/list-tenants.ts';
import { literalsOf } from '../../../src-shared/search-text.ts';
import type { TenantField } from '../../../src-shared/tenant.ts';
import { rankOf, ranksBetween, type Span, type TimeField } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import { changeMarks, type RowIndex } from '../index/row-index.ts';
import { matchLevels, search, searchLiterally } from '../index/word-index.ts';

/** One condition of a filter. */
export interface Condition {
  about: ConditionName;
  holds: (place: number) => boolean;
}

export interface CompiledFilter {
  /** A row matches if all of them hold. */
  conditions: readonly Condition[];
  /** How well each row matches the search, by place; `null` if the filter has none. */
  matches: Uint8Array | null;
}

/** Translates a filter into conditions on places. `gone` needs none, because gone rows have an index of their own. */
export function compileFilter(index: RowIndex, filter: Filter): CompiledFilter {
  const conditions: Condition[] = [];
  const add = (about: Condition['about'], holds: Condition['holds']) => {
    conditions.push({ about, holds });
  };
  const addAnyOf = (
    about: Condition['about'],
    field: TenantField,
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
  const { name, change, ownerId, statuses, connectionMethods } = filter;
  const matches = name === undefined ? null : matchesOf(index, name);
  if (matches !== null) add('name', (place) => matches[place] !== matchLevels.none);
  if (ownerId !== undefined) addAnyOf('owners', 'ownerId', [ownerId]);
  if (statuses !== undefined) addAnyOf('statuses', 'status', statuses);
  if (connectionMethods !== undefined) {
    addAnyOf('connectionMethods', 'connectionMethod', connectionMethods);
  }
  addBetween('created', 'createdAt', { from: filter.createdFrom, to: filter.createdTo });
  addBetween('changed', 'updatedAt', { from: filter.changedSince, to: filter.changedTo });
  if (change !== undefined && change !== 'gone') {
    const marks = index.changeMarks();
    add('change', (place) =>
      change === 'any'
        ? marks[place] !== changeMarks.unchanged
        : marks[place] === changeMarks[change],
    );
  }
  return { conditions, matches };
}

/** Returns how well each row matches a search, by place. */
function matchesOf(index: RowIndex, query: string): Uint8Array {
  const literals = literalsOf(query);
  return literals === null
    ? search(index.words(), query)
    : searchLiterally(index.texts(), literals);
}
