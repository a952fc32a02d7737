import type { ExportScope, ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { parseBaseline, parseFilter, type FilterValues } from '../../src-shared/filter-values.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Clock } from '../../src-shared/time-zone.ts';

/** The conditions that move on with the calendar if the user has chosen relative days. */
const dayConditions = [
  'createdFrom',
  'createdTo',
  'changedFrom',
  'changedTo',
  'asOf',
  'since',
] as const;

/**
 * Returns the request of an export that is repeated, with relative days of the filter as they are now: the last 7 days
 * end today. Conditions that the earlier export did not have are not added.
 */
export function renewRequest(
  request: ExportTenantsRequest,
  clock: Clock,
  now: Date,
): ExportTenantsRequest {
  const { scope, filterValues } = request;
  return filterValues === undefined
    ? request
    : { ...request, scope: renewScope(scope, filterValues, clock, now) };
}

function renewScope(
  scope: ExportScope,
  values: FilterValues,
  clock: Clock,
  now: Date,
): ExportScope {
  const since = parseBaseline(values.since, clock, now);
  const renew = (filter: Filter): Filter => {
    const current = { ...parseFilter(values, clock, now), since };
    const days = dayConditions.filter((name) => filter[name] !== undefined);
    return Object.assign({}, filter, ...days.map((name) => ({ [name]: current[name] })));
  };
  switch (scope.kind) {
    case 'all':
      return {
        ...scope,
        filter: renew(scope.filter),
        ...(scope.changesSince !== undefined && { changesSince: since }),
      };
    case 'changes':
      return { ...scope, filter: renew(scope.filter), since };
    case 'overview':
      return { ...scope, filter: renew(scope.filter) };
    default:
      return scope;
  }
}
