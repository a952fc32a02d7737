import { z } from 'zod';
import { accountIdSchema } from './account.ts';
import { longArray } from './bounded-schemas.ts';
import {
  longestNote,
  longestOwnerName,
  longestTag,
  longestValue,
  mostExportedRows,
  mostTags,
} from './limits.ts';
import { ownerIdSchema } from './owner-id.ts';
import { storableText } from './storable-text.ts';

/** Tags are separated by commas in sheets, so no tag contains one. */
const withoutSeparators = /^[^,\p{Cc}\u2028\u2029]*$/u;

/** It is measured as it is stored: composing can make a text longer. */
export const tagSchema = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(longestTag)
  .regex(withoutSeparators)
  .overwrite(storableText);

const tagsSchema = z.array(tagSchema).max(mostTags);

/** What the user has noted about a tenant. It is kept on this computer only. */
export const annotationSchema = z.object({
  isStarred: z.boolean(),
  /** Empty if there is none. */
  note: z.string().trim().max(longestNote).overwrite(storableText),
  /** Sorted alphabetically. No two have the same key (see `tagKey`). */
  tags: tagsSchema,
});

/** Changes of annotations. What is not set stays as it is. */
export const annotationChangeSchema = z.object({
  isStarred: z.boolean().optional(),
  /** An empty text removes the note. */
  note: annotationSchema.shape.note.optional(),
  addTags: tagsSchema.optional(),
  removeTags: tagsSchema.optional(),
});

const annotatedTenantSchema = z.object({
  accountId: accountIdSchema,
  tenantId: z.string().min(1).max(longestValue),
  /** `null` if the tenant has no star, note or tags. */
  annotation: annotationSchema.nullable(),
});

export const ownerNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestOwnerName)
  .overwrite(storableText);

/** The name of an owner in the list of an account, which an import has replaced. */
const formerOwnerNameSchema = z.object({
  accountId: accountIdSchema,
  ownerId: ownerIdSchema,
  /** `null` if it had none. */
  name: ownerNameSchema.nullable(),
});

/** What `annotateTenants` or `importAnnotations` has returned, sent back to undo it. */
export const restoreAnnotationsRequestSchema = z.object({
  annotations: longArray(annotatedTenantSchema, mostExportedRows),
  ownerNames: longArray(formerOwnerNameSchema, mostExportedRows).optional(),
});

/** The user's own name of an owner, in the list of one account. */
export const ownerNameFields = {
  ownerId: ownerIdSchema,
  /** `null` removes the name. */
  name: ownerNameSchema.nullable(),
};

export type Annotation = z.infer<typeof annotationSchema>;
export type AnnotationChange = z.infer<typeof annotationChangeSchema>;
export type AnnotatedTenant = z.infer<typeof annotatedTenantSchema>;
/** Annotations and names of owners as they were before a change. */
export type FormerAnnotations = z.infer<typeof restoreAnnotationsRequestSchema>;

/** The name of an owner in the list of an account. */
export interface NamedOwner {
  accountId: string;
  name: string | null;
}

/** An owner with a name of the user's own. */
export interface OwnerName {
  ownerId: string;
  name: string;
}

/** A tag and the number of tenants that have it, including those that are gone. */
export interface TagCount {
  tag: string;
  count: number;
}
