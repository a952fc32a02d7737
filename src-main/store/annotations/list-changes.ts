import type { Annotation } from '../../../src-shared/annotations.ts';

/** Names a tenant of a list. */
export interface TenantOfList {
  listId: string;
  tenantId: string;
}

/** The annotation of a tenant; `null` if it has none. */
export interface StoredAnnotation extends TenantOfList {
  annotation: Annotation | null;
}

/** The name of an owner in a list; `null` if it has none. */
export interface StoredName {
  listId: string;
  ownerId: string;
  name: string | null;
}

/** Annotations and owner names of one list. `null` deletes one. */
export interface ListChange {
  /** By tenant id. */
  tenants: ReadonlyMap<string, Annotation | null>;
  /** By owner id. */
  ownerNames: ReadonlyMap<string, string | null>;
}

/** Groups annotations and names of owners by their lists. */
export function groupByList(
  annotations: readonly StoredAnnotation[],
  ownerNames: readonly StoredName[] = [],
): ReadonlyMap<string, ListChange> {
  const changes = new Map<
    string,
    { tenants: Map<string, Annotation | null>; ownerNames: Map<string, string | null> }
  >();
  const changeOf = (listId: string) => {
    let change = changes.get(listId);
    if (change === undefined) {
      change = { tenants: new Map(), ownerNames: new Map() };
      changes.set(listId, change);
    }
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
