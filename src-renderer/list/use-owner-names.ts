import { useList } from './list-provider.tsx';

/** Returns a function that returns the user's own name of an owner of the rows on screen, or else the owner's id. */
export function useOwnerNames(): (ownerId: string) => string {
  const { shown } = useList();
  return (ownerId) =>
    shown?.page.tenants.find((tenant) => tenant.ownerId === ownerId)?.ownerName ?? ownerId;
}
