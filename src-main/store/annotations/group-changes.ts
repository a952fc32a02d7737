import type { Annotation } from '../../../src-shared/annotations.ts';
import type { ListChange } from './annotation-tables.ts';

/** Names a tenant of a list. */
export interface TenantOfList {
  listId: string;
  tenantId: string;
}

/** The annotation of a tenant; `null` if it has none. */
export interface StoredAnnotation extends TenantOfList {
  annotation: Annotation | null;
}

/** The name of an owner; `null` if it has none. */
export interface StoredOwnerName {
  listId: string;
  ownerId: string;
  name: string | null;
}

/** Annotations and names of owners, of any lists. */
export interface StoredValues {
  annotations: readonly StoredAnnotation[];
  ownerNames: readonly StoredOwnerName[];
}

/** Groups annotations and names of owners by their lists. */
export function groupChanges({ annotations, ownerNames }: StoredValues): Map<string, ListChange> {
  const changes = new Map<
    string,
    { tenants: Map<string, Annotation | null>; ownerNames: Map<string, string | null> }
  >();
  const changeOf = (listId: string) => {
    const change = changes.get(listId) ?? { tenants: new Map(), ownerNames: new Map() };
    changes.set(listId, change);
    return change;
  };
  for (const { listId, tenantId, annotation } of annotations) {
    changeOf(listId).tenants.set(tenantId, annotation);
  }
  for (const { listId, ownerId, name } of ownerNames) {
    changeOf(listId).ownerNames.set(ownerId, name);
  }
  return changes;
}
