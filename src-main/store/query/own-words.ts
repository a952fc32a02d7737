import type { Annotation } from '../../../src-shared/annotations.ts';
import { RecentValues } from '../index/recent-values.ts';
import { totalLength } from '../index/parts.ts';
import type { RowIndex } from '../index/row-index.ts';
import { termsOf } from '../index/search-terms.ts';
import type { ExtraLevels } from '../index/word-index.ts';
import type { AnnotationsOf } from '../annotations/list-annotations.ts';
import type { AnnotationField } from '../../../src-shared/tenant-fields.ts';
import type { ListIndex } from '../index/list-index.ts';
import type { ListPart } from './list-parts.ts';
import { ListedAnnotations, type KnownAnnotations } from './listed-annotations.ts';
import { ListedOwners, type OwnerRanks } from './listed-owners.ts';

/** The annotations of the rows of a view, and the names of their owners. Holds no connection. */
export class OwnWords {
  readonly annotations: ListedAnnotations;
  readonly owners: ListedOwners;
  /** The number of rows. */
  readonly length: number;

  constructor(annotations: ListedAnnotations, owners: ListedOwners, length: number) {
    this.annotations = annotations;
    this.owners = owners;
    this.length = length;
  }

  ranks(field: AnnotationField): Uint32Array {
    return field === 'ownerName' ? this.owners.ranks() : this.annotations.ranks(field);
  }

  /** Returns how well the annotation or the owner's name of each row matches each term of a search. */
  levels(query: string): ExtraLevels {
    const found = termsOf(query).map((term) => {
      const levels = new Uint8Array(this.length);
      const isInAnnotations = this.annotations.addLevels(term, levels);
      const isInNames = this.owners.addLevels(term, levels);
      return { levels, isFound: isInAnnotations || isInNames };
    });
    return found.some(({ isFound }) => isFound) ? found.map(({ levels }) => levels) : [];
  }
}

/** The rows of a view. */
export interface OwnRows {
  parts: readonly ListPart[];
  /** Identifies the rows without their annotations. */
  versions: string;
  annotationsOf: AnnotationsOf;
  openPart: (part: ListPart) => ListIndex;
}

/** Caches the annotations and the owners' names of the views that were used last. */
export class OwnWordsCache {
  /** By the versions of the rows and of their annotations. */
  readonly #annotations = new RecentValues<string, ListedAnnotations>(12);
  readonly #known: KnownAnnotations = { texts: new WeakMap(), ranks: new Map() };
  /** By part and version: the places of annotations. */
  readonly #places = new RecentValues<string, WeakMap<Annotation, number>>(12);
  /** By the versions of the rows and of the owners' names. */
  readonly #owners = new RecentValues<string, ListedOwners>(12);
  /** By the versions of the rows. */
  readonly #ownerRanks = new RecentValues<string, OwnerRanks>(12);

  /**
   * Finds the annotations and owner names of the rows of a view.
   *
   * @param index of these rows.
   */
  open(index: RowIndex, { parts, versions, annotationsOf, openPart }: OwnRows): OwnWords {
    const lists = parts.map(({ listId }) => annotationsOf(listId));
    const annotationVersions = lists.map(({ version }) => version).join(', ');
    const annotations = this.#annotations.getOrCreate(
      `${versions} annotations ${annotationVersions}`,
      () =>
        new ListedAnnotations(
          parts.map((part) => ({
            ...part,
            tenants: annotationsOf(part.listId).tenants,
            placesOf: (tenantIds) => openPart(part).placesOf(tenantIds),
            knownPlaces: this.#placesIn(part),
          })),
          this.#known,
        ),
    );
    const ownerVersions = lists.map(({ ownerVersion }) => ownerVersion).join(', ');
    const owners = this.#owners.getOrCreate(
      `${versions} owners ${ownerVersions}`,
      () =>
        new ListedOwners(
          index,
          parts.map((part) => ({ ...part, ownerNames: annotationsOf(part.listId).ownerNames })),
          this.#ownerRanks.getOrCreate(versions, () => new Map<string, number | undefined>()),
        ),
    );
    return new OwnWords(annotations, owners, totalLength(parts));
  }

  #placesIn({ rows, version, length }: ListPart): WeakMap<Annotation, number> {
    const key = `${rows.id} ${version} ${length}`;
    return this.#places.getOrCreate(key, () => new WeakMap<Annotation, number>());
  }
}
