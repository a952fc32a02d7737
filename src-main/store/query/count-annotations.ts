import type { Annotation } from '../../../src-shared/annotations.ts';
import { tagKey } from '../../../src-shared/tag-key.ts';
import type { ValueCount } from '../../../src-shared/facets.ts';
import type { OwnWords } from './own-words.ts';

/** Counts the counted rows with an annotation for which `test` holds. */
export function countAnnotated(
  { annotations }: OwnWords,
  isCounted: (place: number) => boolean,
  test: (annotation: Annotation) => boolean,
): number {
  let count = 0;
  for (const [place, annotation] of annotations.entries()) {
    if (test(annotation) && isCounted(place)) count++;
  }
  return count;
}

/** Counts the tags of the counted rows. The most frequent comes first, and rows without tags last. */
export function countTags(
  { annotations, length }: OwnWords,
  isCounted: (place: number) => boolean,
): ValueCount[] {
  const counts = new Map<string, { value: string; count: number }>();
  let tagged = 0;
  for (const [place, { tags }] of annotations.entries()) {
    if (tags.length === 0 || !isCounted(place)) continue;
    tagged++;
    for (const tag of tags) {
      const found = counts.get(tagKey(tag));
      if (found === undefined) counts.set(tagKey(tag), { value: tag, count: 1 });
      else found.count++;
    }
  }
  let counted = 0;
  for (let place = 0; place < length; place++) if (isCounted(place)) counted++;
  return [
    ...[...counts.values()].toSorted((a, b) => b.count - a.count),
    ...(counted > tagged ? [{ value: null, count: counted - tagged }] : []),
  ];
}
