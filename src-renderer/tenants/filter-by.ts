import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import { dayAt } from '../../src-shared/days.ts';
import { parseMoment, type Clock } from '../../src-shared/time-zone.ts';
import type { FilterValues } from '../filters/filter.ts';
import { noValue, onlyId } from '../filters/filter.ts';
import type { Source } from '../saved-list/choose-source.ts';

/** The longest text that can be searched for. */
const longestSearch = 200;

/**
 * What to filter by so that the list has the tenants with the same value in `field`; `null` where the source, or the
 * filter, knows no such question.
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

/** The day of the clock's calendar, as a date input writes it. */
function dayOf(value: string | null, clock: Clock): string | null {
  const moment = value === null ? NaN : parseMoment(value);
  if (Number.isNaN(moment)) return null;
  return dayAt(new Date(moment), clock);
}
