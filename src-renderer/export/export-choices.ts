import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { defaultSort } from '../../src-shared/default-sort.ts';
import { mostExportedRows } from '../../src-shared/limits.ts';
import type { Filter, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { Baseline } from '../../src-shared/changes.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { Source } from '../list/choose-source.ts';
import { isFiltered } from '../list/conditions.ts';
import { selectableFilter } from '../list/selectable-filter.ts';

/** A set of rows that can be exported, one radio button of the dialog. */
export interface ExportChoice {
  kind: 'page' | 'selected' | 'matching' | 'everything' | 'changes';
  scope: ExportScope;
  /** `null` if only the server knows. */
  rows: number | null;
  /** Why the choice is unavailable; `null` if it is available. */
  unavailable:
    | 'noRows'
    | 'noSelection'
    | 'tooManySelected'
    | 'noFilter'
    | 'nothingSaved'
    | 'notCompared'
    | 'noChanges'
    | null;
}

export type ExportKind = ExportChoice['kind'];

/** The state of the list, from which the choices follow. */
export interface Exportable {
  source: Source;
  filter: Filter;
  sort: Sort[] | undefined;
  /** The page on screen. */
  page: TenantPage | null;
  /** The page is the whole list. `page` then has its first rows only. */
  isWhole: boolean;
  /** The number of tenants that match the filter; `null` if it is not known yet. */
  total: number | null;
  /**
   * The selected tenants: of the server's list with their rows, saved ones by their keys, or all that match the filter
   * except those with these keys.
   */
  selected:
    | { tenants: readonly ListRecord[]; fetchedAt: string | null }
    | { keys: readonly string[] }
    | { allExcept: readonly string[] };
  /** The number of selected tenants; `null` if it is not known yet. */
  selectedRows: number | null;
  saved: SavedListStatus | undefined;
  /** The changes since the chosen baseline: their number; `null` if there is nothing to compare. */
  changes: { since: Baseline; count: number | null };
}

/** Returns all choices in the order of the dialog, also the unavailable ones. */
export function listExportChoices(exportable: Exportable): ExportChoice[] {
  const { source, filter, sort, page, isWhole, total, selected, selectedRows, saved } = exportable;
  const { since, count: changeCount } = exportable.changes;
  const tenants = page?.tenants ?? [];
  const sorting = sort && { sort };
  const changesSince = source === 'saved' && { changesSince: since };
  const matching = { kind: 'all', source, filter, ...sorting, ...changesSince } as const;
  const everything = { kind: 'all', source: 'saved', filter: {} } as const;
  const hasSaved = saved !== undefined && saved.state !== 'none';
  const showsChanges = filter.change !== undefined;
  return [
    {
      kind: 'page',
      scope: isWhole ? matching : pageScope(exportable),
      rows: isWhole ? total : tenants.length,
      unavailable: tenants.length === 0 ? 'noRows' : null,
    },
    {
      kind: 'selected',
      scope: selectedScope(exportable),
      rows: selectedRows,
      unavailable:
        selectedRows === 0
          ? 'noSelection'
          : countChosen(selected) > mostExportedRows
            ? 'tooManySelected'
            : null,
    },
    {
      kind: 'matching',
      scope: matching,
      rows: total,
      // Without a filter, "everything" has the same saved rows. Only this choice has all rows of the live list.
      unavailable:
        source === 'saved' && !isFiltered(filter) ? 'noFilter' : total === 0 ? 'noRows' : null,
    },
    {
      kind: 'everything',
      scope: { ...everything, sort: sort ?? defaultSort('saved', {}), changesSince: since },
      rows: saved?.tenants ?? 0,
      unavailable: hasSaved ? null : 'nothingSaved',
    },
    {
      kind: 'changes',
      // Those of the view as it is filtered, or all.
      scope: showsChanges
        ? { kind: 'changes', since, filter, ...sorting }
        : { kind: 'changes', since, filter: {} },
      rows: showsChanges ? total : changeCount,
      unavailable: !hasSaved
        ? 'nothingSaved'
        : changeCount === null
          ? 'notCompared'
          : (showsChanges ? total : changeCount) === 0
            ? 'noChanges'
            : null,
    },
  ];
}

/**
 * Returns the rows on screen. Those of a list of changes, or of the past, are named by their keys: the file says since
 * when, or of when, they are.
 */
function pageScope({ filter, sort, page }: Exportable): ExportScope {
  const tenants = page?.tenants ?? [];
  if (filter.change !== undefined || filter.asOf !== undefined) {
    return { kind: 'selectedSaved', keys: tenants.map(tenantKey), filter, ...(sort && { sort }) };
  }
  const origin = page && { source: page.source, fetchedAt: page.fetchedAt };
  return { kind: 'page', tenants, ...origin };
}

function selectedScope({ source, filter, sort, selected, changes }: Exportable): ExportScope {
  const sorting = sort && { sort };
  if ('tenants' in selected) {
    const { tenants, fetchedAt } = selected;
    return { kind: 'selected', tenants: [...tenants], source, ...(fetchedAt && { fetchedAt }) };
  }
  if ('keys' in selected) {
    const keys = [...selected.keys];
    return { kind: 'selectedSaved', keys, filter: selectableFilter(filter), ...sorting };
  }
  const except = [...selected.allExcept];
  return {
    ...{ kind: 'all', source, filter, ...sorting },
    ...(except.length > 0 && { except }),
    ...(source === 'saved' && { changesSince: changes.since }),
  };
}

/** Counts the tenants that were selected, or deselected, one by one. */
function countChosen(selected: Exportable['selected']): number {
  if ('tenants' in selected) return selected.tenants.length;
  return ('keys' in selected ? selected.keys : selected.allExcept).length;
}

/**
 * Returns the choice that the user most likely wants: the selection, else the shown changes, else the filtered or live
 * list, else everything; `null` if no choice is available.
 */
export function findLikelyChoice(choices: readonly ExportChoice[]): ExportChoice | null {
  const showsChanges = choices.some(
    ({ scope }) => scope.kind === 'changes' && scope.filter.change !== undefined,
  );
  const order = [
    'selected',
    ...(showsChanges ? (['changes'] as const) : []),
    ...(['matching', 'everything', 'page', 'changes'] as const),
  ];
  const available = order.flatMap((kind) =>
    choices.filter((choice) => choice.kind === kind && choice.unavailable === null),
  );
  return available[0] ?? null;
}
