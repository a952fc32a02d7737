import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter, Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Source } from '../list/choose-source.ts';
import { isFiltered } from '../list/filter-values.ts';

/** What of the list is exported, and how many rows that is. */
export interface ExportChoice {
  kind: 'page' | 'selected' | 'matching' | 'everything' | 'changes';
  scope: ExportScope;
  /** `null` where only the server knows. */
  rows: number | null;
  /** Why it cannot be had right now; `null` when it can. */
  unavailable: 'noRows' | 'noSelection' | 'noFilter' | 'nothingSaved' | 'noChanges' | null;
}

export type ExportKind = ExportChoice['kind'];

/** What there is on screen and behind it. */
export interface Exportable {
  source: Source;
  filter: Filter;
  sort: Sort[] | undefined;
  /** The page on screen. */
  page: TenantPage | null;
  /** How many match in all; `null` where nobody knows yet. */
  total: number | null;
  /** One by one, or all that match except those of these keys. */
  selected: readonly Tenant[] | { allExcept: readonly string[] };
  /** How many those are; `null` where nobody knows yet. */
  selectedRows: number | null;
  saved: SavedListStatus | undefined;
}

/** All choices, in their order; those that cannot be had say why. */
export function exportChoices(exportable: Exportable): ExportChoice[] {
  const { source, filter, sort, page, total, selected, selectedRows, saved } = exportable;
  const seen = page && { source: page.source, fetchedAt: page.fetchedAt };
  const tenants = page?.tenants ?? [];
  const sorted = sort && { sort };
  const matching = { kind: 'all', source, filter, ...sorted } as const;
  const hasSaved = saved !== undefined && saved.state !== 'none';
  const changes = saved?.changes ?? { new: 0, changed: 0, gone: 0 };
  const changed = changes.new + changes.changed + changes.gone;
  return [
    {
      kind: 'page',
      scope: { kind: 'page', tenants, ...seen },
      rows: tenants.length,
      unavailable: tenants.length === 0 ? 'noRows' : null,
    },
    {
      kind: 'selected',
      scope:
        'allExcept' in selected
          ? {
              ...matching,
              ...(selected.allExcept.length > 0 && { except: [...selected.allExcept] }),
            }
          : { kind: 'selected', tenants: [...selected], ...seen },
      rows: selectedRows,
      unavailable: selectedRows === 0 ? 'noSelection' : null,
    },
    {
      kind: 'matching',
      scope: matching,
      rows: total,
      // Of the server's own list there is no other way to have all.
      unavailable:
        source === 'saved' && !isFiltered(filter) ? 'noFilter' : total === 0 ? 'noRows' : null,
    },
    {
      kind: 'everything',
      scope: { kind: 'all', source: 'saved', filter: {}, ...sorted },
      rows: saved?.tenants ?? 0,
      unavailable: hasSaved ? null : 'nothingSaved',
    },
    {
      kind: 'changes',
      scope: { kind: 'changes' },
      rows: changed,
      unavailable: !hasSaved ? 'nothingSaved' : changed === 0 ? 'noChanges' : null,
    },
  ];
}

/**
 * The one that is most likely meant: what was selected, else what was filtered for or asked of the server, else
 * everything; `null` when there is nothing at all.
 */
export function likelyChoice(choices: readonly ExportChoice[]): ExportChoice | null {
  const order = ['selected', 'matching', 'everything', 'page', 'changes'] as const;
  const available = order.flatMap((kind) =>
    choices.filter((choice) => choice.kind === kind && choice.unavailable === null),
  );
  return available[0] ?? null;
}
