import type { Connections } from '../accounts/connections.ts';
import type { EtelecomClient } from '../etelecom/client.ts';
import { recordsOf } from '../list-ids.ts';
import type { FetchPage } from './calls.ts';

/**
 * Creates the function that fetches a page of a list, from the server of its account and with the account's key.
 *
 * @param connections is called for each page, because the worker is started before there are connections.
 */
export function createFetchPage(
  client: EtelecomClient,
  connections: () => Connections | Promise<Connections>,
): FetchPage {
  return async ({ listId, ...query }, signal, onRetry) => {
    const credentials = await (await connections()).credentialsOfList(listId, signal);
    return client.fetchPage(credentials, { ...query, records: recordsOf(listId) }, signal, onRetry);
  };
}
