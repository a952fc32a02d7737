import { defaultExportOptions } from '../../src-shared/choices.ts';
import { defaultSort } from '../../src-shared/default-sort.ts';
import type {
  ExportOptions,
  ExportScope,
  ExportTenantsRequest,
} from '../../src-shared/export-tenants.ts';
import { parseBaseline, parseFilter } from '../../src-shared/filter-values.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { View } from '../../src-shared/views.ts';
import { visibleExportColumns } from '../../src-shared/visible-columns.ts';

interface Choices {
  accountId: string;
  /** `null` for all tenants. */
  view: View | null;
  /** The options of the last export of the account; `null` before the first one. */
  lastOptions: ExportOptions | null;
  format: ExportOptions['format'];
  clock: Clock;
  now: Date;
}

/** Returns the export that the app's export dialog suggests for a view, or for all tenants of the saved list. */
export function createExportRequest(choices: Choices): ExportTenantsRequest {
  const { accountId, view, lastOptions, format, clock, now } = choices;
  if (view === null) {
    const scope = scopeOf({}, defaultSort('saved', {}), undefined);
    return { accountId, scope, options: { ...(lastOptions ?? defaultExportOptions), format } };
  }
  const { filterValues, sort, layout } = view.shown;
  const filter = parseFilter(filterValues, clock, now);
  const since = parseBaseline(filterValues.since, clock, now);
  // Before its first export, a view is exported with the columns that it shows.
  const options = view.exportOptions ?? {
    ...(lastOptions ?? defaultExportOptions),
    columns: visibleExportColumns(layout),
  };
  return {
    accountId,
    records: layout.records,
    scope: scopeOf(filter, sort ?? defaultSort('saved', filter), since),
    options: { ...options, format },
    filterValues,
    viewId: view.viewId,
  };
}

function scopeOf(
  filter: Filter,
  sort: Sort[] | undefined,
  since: ReturnType<typeof parseBaseline> | undefined,
): ExportScope {
  const sorting = sort && { sort };
  if (filter.change !== undefined && since !== undefined) {
    return { kind: 'changes', since, filter, ...sorting };
  }
  return {
    ...{ kind: 'all', source: 'saved', filter, ...sorting },
    ...(since !== undefined && { changesSince: since }),
  };
}
