import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '../src-shared/channels.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { allAccountsKey } from './bridge/account-key.ts';
import type { Call } from './bridge/call.ts';
import { defaultLayout } from './layout/layout.ts';
import { initialRequest, requestFor } from './list/page-request.ts';
import { pageQuery } from './queries/page-query.ts';
import { savedListQuery } from './queries/saved-list-query.ts';
import { settingsQuery } from './queries/settings-query.ts';

/** The longest time that the app waits for the first rows before it renders without them, in milliseconds. */
const longestWait = 300;

/**
 * Reads everything that the first screen shows into the query cache, so that the app can render it at once. Resolves when
 * that is done, has failed, or takes too long. The screen itself then reads what is missing and shows errors.
 */
export async function loadFirstScreen(
  client: QueryClient,
  call: Call,
  { shownAccountId }: Pick<ResponseOf<'loadApp'>, 'shownAccountId'>,
): Promise<void> {
  if (shownAccountId === null) return;
  const key =
    shownAccountId === allAccounts
      ? allAccountsKey
      : { accountId: shownAccountId, connectionNumber: 0 };
  const load = async () => {
    const readPage = async () => {
      const settings = await client.query(settingsQuery(call, shownAccountId));
      const { pageSize } = settings.layout ?? defaultLayout;
      await client.query(pageQuery(call, key, requestFor('saved', initialRequest(pageSize))));
    };
    // The page does not wait for the status. If nothing is saved, the page is empty and is not shown.
    await Promise.all([client.query(savedListQuery(call, key)), readPage()]);
  };
  await Promise.race([
    load().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, longestWait)),
  ]);
}
