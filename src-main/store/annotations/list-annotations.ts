import type { Annotation } from '../../../src-shared/annotations.ts';

/** The annotations and owner names of one list. Never changed: a change makes a new one with another version. */
export interface ListAnnotations {
  /** Identify the state of the annotations and of the names in caches. */
  version: string;
  ownerVersion: string;
  /** By tenant id. Tenants without star, note and tags are not in it. */
  tenants: ReadonlyMap<string, Annotation>;
  /** By owner id. */
  ownerNames: ReadonlyMap<string, string>;
}

/** Returns the current annotations of a list. */
export type AnnotationsOf = (listId: string) => ListAnnotations;

export const noAnnotations: ListAnnotations = {
  version: '',
  ownerVersion: '',
  tenants: new Map(),
  ownerNames: new Map(),
};
