import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '../src-shared/channels.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { parseFilter } from '../src-shared/filter-values.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { allAccountsKey } from './bridge/account-key.ts';
import type { Call } from './bridge/call.ts';
import { initialRequest, requestFor } from './list/page-request.ts';
import { wasRead } from './list/use-saved-list.ts';
import { pageQuery } from './queries/page-query.ts';
import { savedListQuery } from './queries/saved-list-query.ts';
import { settingsQuery } from './queries/settings-query.ts';
import { viewsQuery } from './queries/views-query.ts';
import { listOfTab, openTabs } from './views/tabs.ts';

/** The longest time that the app waits for the first rows before it renders without them, in milliseconds. */
const longestWait = 300;

/**
 * Reads everything that the first screen shows into the query cache, so that the app can render it at once. Resolves when
 * that is done, has failed, or takes too long. The screen itself then reads what is missing and shows errors.
 */
export async function loadFirstScreen(
  client: QueryClient,
  call: Call,
  loaded: Pick<ResponseOf<'loadApp'>, 'shownAccountId' | 'preferences' | 'computerZone'>,
): Promise<void> {
  const { shownAccountId, preferences, computerZone } = loaded;
  if (shownAccountId === null) return;
  const key =
    shownAccountId === allAccounts
      ? allAccountsKey
      : { accountId: shownAccountId, connectionNumber: 0 };
  const load = async () => {
    const readPage = async () => {
      const [settings, { views }, hotlines] = await Promise.all([
        client.query(settingsQuery(call, shownAccountId)),
        client.query(viewsQuery(call)),
        client.query(savedListQuery(call, { ...key, records: 'hotlines' })),
      ]);
      const hasHotlines = wasRead(hotlines);
      const tabs = openTabs(settings, views, { accountId: shownAccountId, hasHotlines });
      const { filterValues, sort, layout } = listOfTab(tabs, tabs.viewId, views, shownAccountId);
      const clock = createClock(preferences.timeZone, computerZone);
      const filter = parseFilter(filterValues, clock, new Date());
      const { records, pageSize } = layout;
      const first = initialRequest(pageSize, { records, filter, sort: sort ?? undefined });
      await client.query(pageQuery(call, { ...key, records }, requestFor('saved', first)));
    };
    // The page does not wait for the status. If nothing is saved, the page is empty and is not shown.
    await Promise.all([client.query(savedListQuery(call, key)), readPage()]);
  };
  await Promise.race([
    load().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, longestWait)),
  ]);
}
