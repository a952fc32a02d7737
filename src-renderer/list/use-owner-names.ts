import { useQuery } from '@tanstack/react-query';
import { useCall } from '../bridge/bridge-context.ts';
import { ownerNamesQuery } from '../queries/owner-names-query.ts';
import { useList } from './list-provider.tsx';

/** Returns a function that returns the user's own name of an owner, or else the owner's id. */
export function useOwnerNames(): (ownerId: string) => string {
  const call = useCall();
  const { accountId } = useList().accountKey;
  const { data } = useQuery(ownerNamesQuery(call, accountId));
  return (ownerId) => data?.get(ownerId) ?? ownerId;
}
