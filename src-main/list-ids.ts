import type { RecordKind } from '../src-shared/record-kinds.ts';

/** Returns how the ids of all lists of an account begin. */
export function listIdStartOf(accountId: string): string {
  return `${accountId} `;
}

/** Returns the id of a list of tenants. @param server the server's address; `sample` for sample data. */
export function listIdOf(accountId: string, server: string): string {
  return `${listIdStartOf(accountId)}${server}`;
}

/** The ids of lists of hotlines end with this. No address contains a space. */
const hotlinesEnd = ' hotlines';

/** Returns what the records of a list are. */
export function recordsOf(listId: string): RecordKind {
  return listId.endsWith(hotlinesEnd) ? 'hotlines' : 'tenants';
}

/** Returns the id of the list with the records of a kind, of the same account and server as another list. */
export function withRecords(listId: string, records: RecordKind): string {
  const tenants = listId.endsWith(hotlinesEnd) ? listId.slice(0, -hotlinesEnd.length) : listId;
  return records === 'hotlines' ? `${tenants}${hotlinesEnd}` : tenants;
}
