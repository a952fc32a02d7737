import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '../src-shared/channels.ts';
import { allAccounts } from '../src-shared/choices.ts';
import { allAccountsKey } from './bridge/account-key.ts';
import type { Call } from './bridge/client.ts';
import { defaultLayout } from './layout/layout.ts';
import { settingsQuery } from './layout/settings-query.ts';
import { savedListQuery } from './saved-list/use-saved-list.ts';
import { initialListState } from './tenants/list-state.ts';
import { pageQuery } from './tenants/use-tenants.ts';

/** In milliseconds: who has nothing to see for longer is shown where the rows will be. */
const patience = 300;

/**
 * Asks for all that the first screen of the last account shows, so that it is drawn once and whole. Resolves when that is
 * there, or has failed, which the screen that asks again will tell, or takes long.
 */
export async function askForFirstRows(
  client: QueryClient,
  call: Call,
  { shownAccountId }: Pick<ResponseOf<'loadApp'>, 'shownAccountId'>,
): Promise<void> {
  if (shownAccountId === null) return;
  const key =
    shownAccountId === allAccounts
      ? allAccountsKey
      : { accountId: shownAccountId, connectionNumber: 0 };
  const ask = async () => {
    const [settings, saved] = await Promise.all([
      client.query(settingsQuery(call, shownAccountId)),
      client.query(savedListQuery(call, key)),
    ]);
    if (saved.state === 'none') return;
    await client.query(
      pageQuery(call, key, initialListState((settings.layout ?? defaultLayout).pageSize)),
    );
  };
  await Promise.race([
    ask().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
}
