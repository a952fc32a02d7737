import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import { dayAt } from '../../src-shared/days.ts';
import { parseMoment, type Clock } from '../../src-shared/time-zone.ts';
import type { Source } from './choose-source.ts';
import { noValue, onlyId, type FilterValues } from './filter-values.ts';

/** The longest search text that the bridge accepts. */
const longestSearch = 200;

/**
 * Returns the filter that finds tenants with the same value in `field`; `null` if the source or the filter does not
 * support that.
 */
export function filterBy(
  source: Source,
  tenant: Tenant,
  field: TenantField,
  clock: Clock,
): Partial<FilterValues> | null {
  const value = tenant[field];
  if (field === 'ownerId') {
    return value !== null && onlyId(value) === value && value !== '' ? { ownerId: value } : null;
  }
  if (source === 'live' && field !== 'name') return null;
  switch (field) {
    case 'status':
      return { statuses: [value ?? noValue] };
    case 'connectionMethod':
      return { connectionMethods: [value ?? noValue] };
    case 'createdAt': {
      const day = dayOf(value, clock);
      return day === null ? null : { createdFrom: day, createdTo: day };
    }
    case 'updatedAt': {
      const day = dayOf(value, clock);
      return day === null ? null : { changedSince: day, changedTo: day };
    }
    default:
      return value === null || value.trim() === ''
        ? null
        : { name: value.trim().slice(0, longestSearch) };
  }
}

/** Returns the day of a time in the format of a date input; `null` if the text is not a time. */
function dayOf(value: string | null, clock: Clock): string | null {
  const moment = value === null ? NaN : parseMoment(value);
  if (Number.isNaN(moment)) return null;
  return dayAt(new Date(moment), clock);
}
