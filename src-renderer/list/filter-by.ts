import { localTime } from '../../src-shared/dates.ts';
import { noValue, type FilterValues } from '../../src-shared/filter-values.ts';
import { isServerId } from '../../src-shared/server-id.ts';
import { longestSearch } from '../../src-shared/limits.ts';
import type { ListRecord, RecordField } from '../../src-shared/list-record.ts';
import { valueOf } from '../../src-shared/record-values.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import type { Source } from './choose-source.ts';

/**
 * Returns the filter that finds tenants with the same value in `field`; `null` if the source or the filter does not
 * support that.
 */
export function filterBy(
  source: Source,
  tenant: ListRecord,
  field: RecordField,
  clock: Clock,
): Partial<FilterValues> | null {
  const value = valueOf(tenant, field);
  if (field === 'ownerId') {
    const isSupported = source === 'saved' || isServerId(value ?? '');
    return value !== null && value !== '' && isSupported ? { ownerIds: [value] } : null;
  }
  if (source === 'live' && field !== 'name') return null;
  switch (field) {
    case 'status':
      return { statuses: [value ?? noValue] };
    case 'connectionMethod':
      return { connectionMethods: [value ?? noValue] };
    case 'network':
      return { networks: [value ?? noValue] };
    case 'isFreeCharge':
      return null;
    case 'createdAt': {
      const day = dayOf(value, clock);
      return day === null ? null : { createdFrom: day, createdTo: day };
    }
    case 'updatedAt': {
      const day = dayOf(value, clock);
      return day === null ? null : { changedFrom: day, changedTo: day };
    }
    default:
      return value === null || value.trim() === ''
        ? null
        : { name: value.trim().slice(0, longestSearch) };
  }
}

/** Returns the day that the clock shows, in the format of a date input; `null` if the text is not shown as a date. */
function dayOf(value: string | null, clock: Clock): string | null {
  const local = value === null ? NaN : localTime(value, clock);
  return Number.isNaN(local) ? null : new Date(local).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
