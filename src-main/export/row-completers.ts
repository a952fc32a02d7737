import type { ListRecord } from '../../src-shared/list-record.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { AnnotationsOf } from '../store/annotations/list-annotations.ts';
import type { OwnerHotlines } from '../store/owner-hotlines.ts';
import { addAnnotation } from '../store/query/annotation-values.ts';
import type { ListedTenants } from '../store/query/tenant-reader.ts';

/** Returns a function that adds to each tenant the id of its account, as the grid of all accounts does. */
export function accountAdder(
  lists: readonly AccountList[],
  showsAllAccounts: boolean,
): (listed: ListedTenants) => ListedRecord[] {
  if (!showsAllAccounts) return ({ tenants }) => tenants;
  const accountIds = new Map(lists.map(({ listId, accountId }) => [listId, accountId]));
  return ({ tenants, listIds }) =>
    tenants.map((tenant, at) => ({ ...tenant, accountId: accountIds.get(listIds[at] ?? '') }));
}

interface SavedRowParts {
  showsAllAccounts: boolean;
  ownerHotlines: OwnerHotlines;
}

/** Returns a function that adds to saved rows the hotlines of their owners, and their accounts like `accountAdder`. */
export function savedRowCompleter(
  lists: readonly AccountList[],
  { showsAllAccounts, ownerHotlines }: SavedRowParts,
): (listed: ListedTenants) => ListedRecord[] {
  const addAccounts = accountAdder(lists, showsAllAccounts);
  return (listed) => addAccounts({ ...listed, tenants: ownerHotlines.addTo(listed) });
}

interface OtherRowParts {
  annotationsOf: AnnotationsOf;
  ownerHotlines: OwnerHotlines;
}

/**
 * Returns a function that adds annotations and hotlines to rows of a request or of the server. Only rows of all accounts
 * name their account.
 */
export function rowCompleter(
  lists: readonly AccountList[],
  { annotationsOf, ownerHotlines }: OtherRowParts,
): (tenants: readonly ListRecord[]) => ListedRecord[] {
  const [first] = lists;
  const listIdOf = ({ accountId }: ListRecord) =>
    accountId === undefined
      ? first?.listId
      : lists.find((each) => each.accountId === accountId)?.listId;
  return (tenants) => {
    const listIds = tenants.map((tenant) => listIdOf(tenant) ?? '');
    return ownerHotlines.addTo({
      tenants: tenants.map((tenant, at) => addAnnotation(tenant, annotationsOf(listIds[at] ?? ''))),
      listIds,
    });
  };
}
