import type { Annotation } from '../../../src-shared/annotations.ts';
import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import {
  annotationFields,
  isKnown,
  type AnnotationField,
} from '../../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import type { ListAnnotations } from '../annotations/list-annotations.ts';

/** Adds to a tenant what the user has noted about it and its owner. */
export function addAnnotation(
  tenant: ListRecord,
  { tenants, ownerNames }: ListAnnotations,
): ListedRecord {
  const annotation = tenants.get(tenant.id);
  const ownerName = tenant.ownerId === null ? undefined : ownerNames.get(tenant.ownerId);
  if (annotation === undefined && ownerName === undefined) return tenant;
  return {
    ...tenant,
    ...(annotation !== undefined && { annotation }),
    ...(ownerName !== undefined && { ownerName }),
  };
}

/** Returns the value that a column of annotations is sorted by; `null` if there is none. */
export function annotationValue(
  field: AnnotationField,
  { annotation, ownerName }: { annotation?: Annotation; ownerName?: string },
): string | null {
  switch (field) {
    case 'star':
      return annotation?.isStarred === true ? 'starred' : null;
    case 'note':
      return annotation?.note ?? null;
    case 'tags':
      return annotation?.tags.join(', ') ?? null;
    case 'ownerName':
      return ownerName ?? null;
  }
}

export function isAnnotationField(field: string): field is AnnotationField {
  return isKnown(annotationFields, field);
}
