import { tagKey, type Annotation } from '../../../src-shared/annotations.ts';
import type { AnnotationField } from '../../../src-shared/tenant-fields.ts';
import type { ListAnnotations } from '../annotations/list-annotations.ts';
import { vietnamese } from '../index/orderings.ts';
import { totalLength } from '../index/parts.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank, rankValues } from '../index/ranks.ts';
import type { RowIndex } from '../index/row-index.ts';
import { matchLevels, SearchedText, termsOf } from '../index/search-terms.ts';
import type { ExtraLevels } from '../index/word-index.ts';
import { annotationValue } from './annotation-values.ts';
import type { ListPart } from './list-parts.ts';

/** One of the parts of a view, with the annotations of its list. */
export interface AnnotatedPart extends ListPart {
  annotations: ListAnnotations;
  /** Returns the place of each tenant in the part; -1 if it does not have it. */
  placesOf: (tenantIds: readonly string[]) => Int32Array;
}

/** Which rows of a view have annotations, and which have an owner with a name. Holds no connection. */
export class ListedAnnotations {
  readonly #length: number;
  readonly #annotations: Annotation[] = [];
  /** The place of each annotation. */
  readonly #places: number[] = [];
  /** By place, the number of the annotation, from 1; 0 for a row without one. Empty if no row has one. */
  readonly #numbers: Uint32Array;
  readonly #ownerNames: string[] = [];
  /** By place, the number of the owner's name, from 1; 0 for a row without one. Empty if no owner has one. */
  readonly #ownerNumbers: Uint32Array;
  readonly #ranks = new Map<AnnotationField, Uint32Array>();

  readonly #texts: SearchedText[] = [];

  /** @param texts of annotations that were searched before. */
  constructor(
    index: RowIndex,
    parts: readonly AnnotatedPart[],
    texts: WeakMap<Annotation, SearchedText>,
  ) {
    this.#length = totalLength(parts);
    const has = (count: (one: ListAnnotations) => number) =>
      parts.some(({ annotations }) => count(annotations) > 0) ? this.#length : 0;
    this.#numbers = new Uint32Array(has(({ tenants }) => tenants.size));
    this.#ownerNumbers = new Uint32Array(has(({ ownerNames }) => ownerNames.size));
    let start = 0;
    for (const part of parts) {
      this.#addTenants(part, start, texts);
      this.#addOwners(index, part, start);
      start += part.length;
    }
  }

  /** The rows that have an annotation. */
  get places(): readonly number[] {
    return this.#places;
  }

  /** Returns the annotation of a row. */
  at(place: number): Annotation | undefined {
    return this.#annotations[(this.#numbers[place] ?? 0) - 1];
  }

  /** Returns the name of the owner of a row. */
  ownerNameAt(place: number): string | undefined {
    return this.#ownerNames[(this.#ownerNumbers[place] ?? 0) - 1];
  }

  /** Returns the ranks of the rows by a column of annotations, by place. */
  ranks(field: AnnotationField): Uint32Array {
    let ranks = this.#ranks.get(field);
    if (ranks === undefined) {
      ranks = field === 'ownerName' ? this.#rankOwners() : this.#rankTenants(field);
      this.#ranks.set(field, ranks);
    }
    return ranks;
  }

  /** Returns a test for the rows with any of some tags; `null` stands for rows without tags. */
  testTags(wanted: readonly (string | null)[]): (place: number) => boolean {
    const keys = new Set(wanted.map((tag) => tag && tagKey(tag)));
    const isWanted = this.#annotations.map(({ tags }) =>
      tags.length === 0 ? keys.has(null) : tags.some((tag) => keys.has(tagKey(tag))),
    );
    return (place) => isWanted[(this.#numbers[place] ?? 0) - 1] ?? keys.has(null);
  }

  /** Returns how well the annotation or the owner's name of each row matches each term of a search. */
  levels(query: string): ExtraLevels {
    const terms = termsOf(query);
    const noteLevels = terms.map((term) => this.#texts.map((text) => text.level(term)));
    const nameLevels = terms.map((term) =>
      this.#ownerNames.map((name) => new SearchedText(name).level(term)),
    );
    const isFound = [...noteLevels, ...nameLevels].some((found) =>
      found.some((level) => level > matchLevels.none),
    );
    if (!isFound) return [];
    return terms.map((_, term) => {
      const levels = this.#levelsByOwner(nameLevels[term] ?? []);
      for (const [at, place] of this.#places.entries()) {
        const level = noteLevels[term]?.[at] ?? matchLevels.none;
        if (level > (levels[place] ?? matchLevels.none)) levels[place] = level;
      }
      return levels;
    });
  }

  #levelsByOwner(nameLevels: readonly number[]): Uint8Array {
    if (nameLevels.every((level) => level === matchLevels.none))
      return new Uint8Array(this.#length);
    return Uint8Array.from(
      this.#ownerNumbers,
      (number) => nameLevels[number - 1] ?? matchLevels.none,
    );
  }

  #addTenants(
    { annotations: { tenants }, placesOf }: AnnotatedPart,
    start: number,
    texts: WeakMap<Annotation, SearchedText>,
  ): void {
    if (tenants.size === 0) return;
    const places = placesOf([...tenants.keys()]);
    let at = 0;
    for (const annotation of tenants.values()) {
      const place = places[at++] ?? -1;
      if (place < 0) continue;
      let text = texts.get(annotation);
      if (text === undefined) {
        text = new SearchedText([annotation.note, ...annotation.tags].join(' '));
        texts.set(annotation, text);
      }
      this.#texts.push(text);
      this.#places.push(start + place);
      this.#numbers[start + place] = this.#annotations.push(annotation);
    }
  }

  #addOwners(index: RowIndex, { annotations, length }: AnnotatedPart, start: number): void {
    const numbers = new Map<number, number>();
    for (const [ownerId, name] of annotations.ownerNames) {
      const rank = rankOf(index, 'ownerId', ownerId);
      if (rank !== undefined) numbers.set(rank, this.#ownerNames.push(name));
    }
    if (numbers.size === 0) return;
    const ranks = index.ranks('ownerId');
    for (let place = start; place < start + length; place++) {
      this.#ownerNumbers[place] = numbers.get(ranks[place] ?? noRank) ?? 0;
    }
  }

  #rankTenants(field: AnnotationField): Uint32Array {
    const values = this.#annotations.map((annotation) => annotationValue(field, { annotation }));
    const found = rankTexts(values);
    const ranks = new Uint32Array(this.#length).fill(noRank);
    for (const [at, place] of this.#places.entries()) ranks[place] = found[at] ?? noRank;
    return ranks;
  }

  #rankOwners(): Uint32Array {
    const found = rankTexts(this.#ownerNames);
    const ranks = new Uint32Array(this.#length).fill(noRank);
    for (const [place, number] of this.#ownerNumbers.entries()) {
      ranks[place] = found[number - 1] ?? noRank;
    }
    return ranks;
  }
}

function rankTexts(values: readonly (string | null)[]): Uint32Array {
  const keys = values.map(vietnamese.key);
  return rankValues({
    length: keys.length,
    keyAt: (at) => keys[at] ?? null,
    compare: vietnamese.compare,
  });
}
