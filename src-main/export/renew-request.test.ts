import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { noFilter, parseFilter, type FilterValues } from '../../src-shared/filter-values.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { renewRequest } from './renew-request.ts';

const clock = createClock('vietnam');
const monday = new Date('2026-11-23T02:00:00Z');
const nextMonday = new Date('2026-11-30T02:00:00Z');

function renew(scope: ExportScope, filterValues?: FilterValues): ExportScope {
  const request = { accountId: 'all', scope, options: defaultExportOptions, filterValues };
  return renewRequest({ ...request, accountId: 'all' }, clock, nextMonday).scope;
}

describe('renewRequest', () => {
  it('moves relative days, and keeps days of the calendar and everything else', () => {
    const values = { ...noFilter, name: 'hoa', createdFrom: 'last7Days', changedTo: '2026-11-20' };
    const filter = parseFilter(values, clock, monday);
    expect(filter.createdFrom).toBe('2026-11-17T00:00:00+07:00');
    expect(renew({ kind: 'all', source: 'saved', filter }, values)).toEqual({
      ...{ kind: 'all', source: 'saved' },
      filter: { ...filter, createdFrom: '2026-11-24T00:00:00+07:00' },
    });
  });

  it('moves the baseline of changes', () => {
    const values = { ...noFilter, change: 'new' as const, since: 'last7Days' };
    const filter = parseFilter(values, clock, monday);
    const since = '2026-11-24T00:00:00+07:00';
    expect(renew({ kind: 'changes', since: '2026-11-17T00:00:00+07:00', filter }, values)).toEqual({
      ...{ kind: 'changes', since },
      filter: { change: 'new', since },
    });
    expect(
      renew({ kind: 'all', source: 'saved', filter: {}, changesSince: 'seen' }, values),
    ).toMatchObject({ filter: {}, changesSince: since });
  });

  it('adds no conditions that the export did not have', () => {
    const values = { ...noFilter, name: 'hoa', createdFrom: 'last7Days', asOf: 'yesterday' };
    const everything = { kind: 'all', source: 'saved', filter: {} } as const;
    expect(renew(everything, values)).toEqual(everything);
    const filter = parseFilter(values, clock, monday);
    expect(renew({ ...everything, filter })).toEqual({ ...everything, filter });
  });
});
