import type { Annotation } from '../../../src-shared/annotations.ts';
import { tagKey } from '../../../src-shared/tag-key.ts';
import type { AnnotationField } from '../../../src-shared/tenant-fields.ts';
import { vietnamese } from '../index/orderings.ts';
import { totalLength } from '../index/parts.ts';
import { noRank, rankValues } from '../index/ranks.ts';
import { matchLevels, SearchedText, type SearchTerm } from '../index/search-terms.ts';
import { annotationValue } from './annotation-values.ts';
import type { ListPart } from './list-parts.ts';

/** A field of an annotation that rows can be sorted by. */
export type OwnField = Exclude<AnnotationField, 'ownerName'>;

/** One of the parts of a view, with the annotations of its list. */
interface AnnotatedPart extends ListPart {
  tenants: ReadonlyMap<string, Annotation>;
  /** Returns the place of each tenant in the part; -1 if it does not have it. */
  placesOf: (tenantIds: readonly string[]) => Int32Array;
  /** The places of the annotations that were looked up before. The others are added. */
  knownPlaces: WeakMap<Annotation, number>;
}

/** What was computed for single annotations. A change of one annotation makes a new `ListedAnnotations`. */
export interface KnownAnnotations {
  texts: WeakMap<Annotation, SearchedText>;
  /** The ranks of annotations among each other by each field, as they were computed last. */
  ranks: Map<OwnField, ReadonlyMap<Annotation, number>>;
}

/** Which rows of a view have annotations. Holds no connection. */
export class ListedAnnotations {
  readonly #length: number;
  readonly #known: KnownAnnotations;
  readonly #annotations: Annotation[] = [];
  /** The place of each annotation. */
  readonly #places: number[] = [];
  /** By place, the number of the annotation, from 1; 0 for a row without one. Empty if no row has one. */
  readonly #numbers: Uint32Array;
  readonly #ranks = new Map<OwnField, Uint32Array>();
  #texts: readonly SearchedText[] | undefined;

  constructor(parts: readonly AnnotatedPart[], known: KnownAnnotations) {
    this.#length = totalLength(parts);
    this.#known = known;
    const isEmpty = parts.every(({ tenants }) => tenants.size === 0);
    this.#numbers = new Uint32Array(isEmpty ? 0 : this.#length);
    let start = 0;
    for (const { tenants, placesOf, knownPlaces, length } of parts) {
      const unknown = [...tenants].filter(([, annotation]) => !knownPlaces.has(annotation));
      const found = unknown.length === 0 ? [] : placesOf(unknown.map(([tenantId]) => tenantId));
      for (const [at, [, annotation]] of unknown.entries()) {
        knownPlaces.set(annotation, found[at] ?? -1);
      }
      for (const annotation of tenants.values()) {
        const place = knownPlaces.get(annotation) ?? -1;
        if (place < 0) continue;
        this.#places.push(start + place);
        this.#numbers[start + place] = this.#annotations.push(annotation);
      }
      start += length;
    }
  }

  /** The rows that have an annotation, with the annotation of each. */
  *entries(): Generator<[place: number, annotation: Annotation], void> {
    for (const [at, annotation] of this.#annotations.entries()) {
      yield [this.#places[at] ?? 0, annotation];
    }
  }

  /** Returns the ranks of the rows by a field of annotations, by place. */
  ranks(field: OwnField): Uint32Array {
    let ranks = this.#ranks.get(field);
    if (ranks === undefined) {
      ranks = new Uint32Array(this.#length).fill(noRank);
      const found = this.#rankAnnotations(field);
      for (const [at, place] of this.#places.entries()) ranks[place] = found[at] ?? noRank;
      this.#ranks.set(field, ranks);
    }
    return ranks;
  }

  /** Returns a test for the rows whose annotation meets a condition. */
  test(condition: (annotation: Annotation) => boolean): (place: number) => boolean {
    if (this.#numbers.length === 0) return () => false;
    // The first is for rows without an annotation.
    const meets = new Uint8Array(this.#annotations.length + 1);
    for (const [at, annotation] of this.#annotations.entries()) {
      meets[at + 1] = condition(annotation) ? 1 : 0;
    }
    return (place) => meets[this.#numbers[place] ?? 0] === 1;
  }

  /** Returns a test for the rows with any of some tags; `null` stands for rows without tags. */
  testTags(wanted: readonly (string | null)[]): (place: number) => boolean {
    const keys = new Set(wanted.map((tag) => tag && tagKey(tag)));
    const hasAny = this.test(({ tags }) => tags.some((tag) => keys.has(tagKey(tag))));
    if (!keys.has(null)) return hasAny;
    const hasTags = this.test(({ tags }) => tags.length > 0);
    return (place) => hasAny(place) || !hasTags(place);
  }

  /**
   * Adds to `levels`, by place, how well the annotations match a term of a search.
   *
   * @returns whether any does.
   */
  addLevels(term: SearchTerm, levels: Uint8Array): boolean {
    let isFound = false;
    this.#texts ??= this.#annotations.map((annotation) => this.#textOf(annotation));
    for (const [at, text] of this.#texts.entries()) {
      const level = text.level(term);
      if (level === matchLevels.none) continue;
      isFound = true;
      const place = this.#places[at] ?? 0;
      levels[place] = Math.max(level, levels[place] ?? matchLevels.none);
    }
    return isFound;
  }

  #textOf(annotation: Annotation): SearchedText {
    let text = this.#known.texts.get(annotation);
    if (text === undefined) {
      text = new SearchedText([annotation.note, ...annotation.tags].join(' '));
      this.#known.texts.set(annotation, text);
    }
    return text;
  }

  #rankAnnotations(field: OwnField): Uint32Array {
    const keys = this.#annotations.map((annotation) =>
      vietnamese.key(annotationValue(field, { annotation })),
    );
    const knownRanks = this.#known.ranks.get(field);
    const ranks = rankValues({
      length: keys.length,
      keyAt: (at) => keys[at] ?? null,
      compare: vietnamese.compare,
      known:
        knownRanks && Uint32Array.from(this.#annotations, (one) => knownRanks.get(one) ?? noRank),
    });
    this.#known.ranks.set(
      field,
      new Map(this.#annotations.map((annotation, at) => [annotation, ranks[at] ?? noRank])),
    );
    return ranks;
  }
}
