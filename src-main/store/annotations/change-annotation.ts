import type { Annotation, AnnotationChange } from '../../../src-shared/annotations.ts';
import { tagKey } from '../../../src-shared/tag-key.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { mostTags } from '../../../src-shared/limits.ts';

const { compare } = new Intl.Collator('vi');

const empty: Annotation = { isStarred: false, note: '', tags: [] };

/**
 * Applies a change to an annotation.
 *
 * @param spellings the tags in use, by their keys. They keep their spelling.
 * @returns `null` if nothing is left.
 * @throws AppError `too_many_tags`
 */
export function changeAnnotation(
  before: Annotation | null,
  { isStarred, note, addTags = [], removeTags = [] }: AnnotationChange,
  spellings: ReadonlyMap<string, string>,
): Annotation | null {
  const annotation = before ?? empty;
  const removed = new Set(removeTags.map(tagKey));
  const kept = annotation.tags.filter((tag) => !removed.has(tagKey(tag)));
  const added = addTags.map((tag) => spellings.get(tagKey(tag)) ?? tag);
  return normalizeAnnotation({
    isStarred: isStarred ?? annotation.isStarred,
    note: note ?? annotation.note,
    tags: [...kept, ...added],
  });
}

/** Sorts the tags and leaves out repeated ones. Returns `null` if the annotation is empty. @throws AppError `too_many_tags` */
export function normalizeAnnotation({ isStarred, note, tags }: Annotation): Annotation | null {
  const byKey = new Map<string, string>();
  for (const tag of tags) if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag);
  if (byKey.size > mostTags) {
    throw new AppError({ code: 'too_many_tags', message: `There are ${byKey.size} tags` });
  }
  if (!isStarred && note === '' && byKey.size === 0) return null;
  return { isStarred, note, tags: [...byKey.values()].toSorted(compare) };
}

/** Returns the tags in use as they are written, by their keys. */
export function spellingsOf(annotations: ReadonlyMap<string, Annotation>): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { tags } of annotations.values()) {
    for (const tag of tags) if (!spellings.has(tagKey(tag))) spellings.set(tagKey(tag), tag);
  }
  return spellings;
}
