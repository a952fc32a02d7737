import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '../src-shared/channels.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { parseFilter } from '../src-shared/filter-values.ts';
import { createClock } from '../src-shared/time-zone.ts';
import { allAccountsKey } from './bridge/account-key.ts';
import type { Call } from './bridge/call.ts';
import { initialRequest, requestFor } from './list/page-request.ts';
import { wasRead } from './list/was-read.ts';
import { pageQuery } from './queries/page-query.ts';
import { savedListStatusQuery } from './queries/saved-list-status-query.ts';
import { settingsQuery } from './queries/settings-query.ts';
import { viewsQuery } from './queries/views-query.ts';
import { loadTexts } from './texts/load-texts.ts';
import { listOfTab, openTabs } from './views/tabs.ts';

/** The longest time that the app waits for the first rows before it renders without them, in milliseconds. */
const longestWait = 300;

export interface FirstScreen {
  loaded: ResponseOf<'loadApp'>;
  /** The texts of the first screen in the language of the preferences. */
  texts: object;
}

/**
 * Loads everything that the first screen shows: the rows into the query cache, so that the app can render them at once.
 * Does not wait long for rows, and ignores their errors: the screen itself then reads the rows and shows errors.
 *
 * @throws AppError if the app's state cannot be loaded.
 */
export async function loadFirstScreen(client: QueryClient, call: Call): Promise<FirstScreen> {
  const loaded = await call('loadApp', {});
  const [texts] = await Promise.all([
    loadTexts(loaded.preferences.language),
    Promise.race([
      loadRows(client, call, loaded).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, longestWait)),
    ]),
  ]);
  return { loaded, texts };
}

/** Reads the first page of the shown list, and what determines it, into the query cache. */
async function loadRows(
  client: QueryClient,
  call: Call,
  { shownAccountId, preferences, computerZone }: ResponseOf<'loadApp'>,
): Promise<void> {
  if (shownAccountId === null) return;
  const key =
    shownAccountId === allAccounts
      ? allAccountsKey
      : { accountId: shownAccountId, connectionNumber: 0 };
  const readPage = async () => {
    const [settings, { views }, hotlines] = await Promise.all([
      client.query(settingsQuery(call, shownAccountId)),
      client.query(viewsQuery(call)),
      client.query(savedListStatusQuery(call, { ...key, records: 'hotlines' })),
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
  // Both at the same time. If nothing is saved, the page is empty and is not shown.
  await Promise.all([client.query(savedListStatusQuery(call, key)), readPage()]);
}
