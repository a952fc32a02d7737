import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Overview } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { Call } from '../bridge/call.ts';
import { changesQuery } from './changes-query.ts';
import { facetsQuery } from './facets-query.ts';
import { overviewQuery } from './overview-query.ts';
import { pageQuery } from './page-query.ts';
import { rowsQuery } from './rows-query.ts';
import { tenantQuery } from './tenant-query.ts';
import { unseenQuery } from './unseen-query.ts';

const requests: unknown[] = [];
const call: Call = (_name, request) => {
  requests.push(request);
  return new Promise(() => undefined);
};

const key = { accountId: '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11', connectionNumber: 0 };
const filter = { name: 'a' };
const sort = [{ field: 'name' as const, direction: 'ascending' as const }];
const nothing = { status: null, ownerId: null, connectionMethod: null, connectionId: null };
const tenant: ListRecord = {
  ...{ id: '1', name: 'An', domain: '', createdAt: null, updatedAt: null },
  ...nothing,
};

const overview: Overview = {
  ...{ total: 3, statuses: [], stillNew: 0, months: [], accounts: [] },
  owners: { most: [], count: 0 },
  growth: { months: [], since: null },
};

const day = { timeZone: 'utc', today: '2026-11-26' } as const;

it.each<[string, { queryKey: QueryKey }]>([
  ['pageQuery', pageQuery(call, key, { source: 'saved', filter, sort, paging: { limit: 25 } })],
  ['pageQuery (live)', pageQuery(call, key, { source: 'live', filter, paging: { limit: 25 } })],
  ['rowsQuery', rowsQuery(call, key, { filter, sort, offset: 100, limit: 100, delay: 0 })],
  ['facetsQuery', facetsQuery(call, key, { filter, ...day })],
  ['overviewQuery', overviewQuery(call, key, { ...day, filter })],
  ['tenantQuery', tenantQuery(call, key, tenant)],
  ['changesQuery', changesQuery(call, key, 'seen')],
  ['unseenQuery', unseenQuery(call)],
])('%s has its whole request in its key', (_name, query) => {
  requests.length = 0;
  const client = new QueryClient();
  void client.query({ ...query, gcTime: 0 });
  expect(requests).toEqual([query.queryKey.at(-1)]);
});

it.each([
  ['facetsQuery', (today: string) => facetsQuery(call, key, { ...day, filter, today })],
  ['overviewQuery', (today: string) => overviewQuery(call, key, { ...day, filter, today })],
])('%s has the day in its key, because it counts up to now', (_name, query) => {
  expect(query('2026-11-27').queryKey).not.toEqual(query('2026-11-26').queryKey);
});

it('overviewQuery keeps the previous overview, but not that of another zone', () => {
  const client = new QueryClient();
  const first = overviewQuery(call, key, { ...day, filter });
  client.setQueryData(first.queryKey, overview);
  const observer = new QueryObserver(client, first);
  const stop = observer.subscribe(() => undefined);
  const showAfter = (change: { filter?: Filter; timeZone?: TimeZone }) => {
    observer.setOptions(overviewQuery(call, key, { ...day, filter, ...change }));
    return observer.getCurrentResult().data;
  };
  expect(showAfter({ filter: { name: 'b' } })).toEqual(overview);
  expect(showAfter({ timeZone: 'vietnam' })).toBeUndefined();
  stop();
});
