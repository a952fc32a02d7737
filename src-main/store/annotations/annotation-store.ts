import { randomUUID } from 'node:crypto';
import type { AnnotationChange, TagCount } from '../../../src-shared/annotations.ts';
import type { ImportedRow, ImportReport } from '../../../src-shared/import-annotations.ts';
import { tagKey } from '../../../src-shared/tag-key.ts';
import { assertExists } from '../sqlite/assert-exists.ts';
import type { Connection } from '../sqlite/connection.ts';
import {
  deleteLists,
  readLists,
  writeChange,
  type ListChange,
  type StoredLists,
} from './annotation-tables.ts';
import { changeAnnotation, normalizeAnnotation, spellingsOf } from './change-annotation.ts';
import {
  groupChanges,
  type StoredAnnotation,
  type StoredOwnerName,
  type StoredValues,
  type TenantOfList,
} from './group-changes.ts';
import { noAnnotations, type ListAnnotations } from './list-annotations.ts';
import type { BackupFile } from './backup-file.ts';
import { planImport, type FoundTenants } from './plan-import.ts';

/**
 * The user's own stars, notes, tags and names of owners. They have a database of their own, because a damaged list can be
 * fetched again, but these cannot. Their lists are in memory, so only changes use the file.
 */
export class AnnotationStore {
  readonly #connection: Connection;
  readonly #backup: BackupFile;
  readonly #lists: Map<string, ListAnnotations>;
  /** Tells the versions of this store from those of an earlier one. */
  readonly #name = randomUUID();
  #changes = 0;

  /** @throws SQLite's error if the file is damaged. */
  constructor(connection: Connection, backup: BackupFile) {
    this.#connection = connection;
    this.#backup = backup;
    this.#lists = this.#toLists(readLists(connection));
  }

  /** Returns the annotations and owner names of a list. */
  ofList(listId: string): ListAnnotations {
    return this.#lists.get(listId) ?? noAnnotations;
  }

  /** Changes the annotations of some tenants. @returns the annotations before. @throws AppError `too_many_tags`, or from the file */
  annotate(tenants: readonly TenantOfList[], change: AnnotationChange): StoredAnnotation[] {
    const before = tenants.map(({ listId, tenantId }) => ({
      ...{ listId, tenantId },
      annotation: this.ofList(listId).tenants.get(tenantId) ?? null,
    }));
    const spellingsOfList = this.#createSpellings();
    const noSpellings = new Map<string, string>();
    const annotations = before.map((one) => ({
      ...one,
      annotation: changeAnnotation(
        one.annotation,
        change,
        change.addTags === undefined ? noSpellings : spellingsOfList(one.listId),
      ),
    }));
    this.#save(groupChanges({ annotations, ownerNames: [] }));
    return before;
  }

  /** Sets annotations and names of owners as `annotate` or `import` has returned them. @throws AppError */
  restore({ annotations, ownerNames }: StoredValues): void {
    const normalized = annotations.map((one) => ({
      ...one,
      annotation: one.annotation && normalizeAnnotation(one.annotation),
    }));
    this.#save(groupChanges({ annotations: normalized, ownerNames }));
  }

  /**
   * Sets annotations and names of owners in one transaction. Tags that are in use in a list keep their spelling.
   *
   * @returns those before. @throws AppError
   */
  replace({ annotations, ownerNames }: StoredValues): StoredValues {
    const before = this.#replacedBy(groupChanges({ annotations, ownerNames }));
    const spellingsOfList = this.#createSpellings();
    const respelled = annotations.map(({ listId, tenantId, annotation }) => {
      const known = spellingsOfList(listId);
      const tags = annotation?.tags.map((tag) => known.get(tagKey(tag)) ?? tag) ?? [];
      return { listId, tenantId, annotation: annotation && { ...annotation, tags } };
    });
    this.restore({ annotations: respelled, ownerNames });
    return before;
  }

  /** Tells what `import` would change. */
  previewImport(rows: readonly ImportedRow[], found: FoundTenants): ImportReport {
    return planImport(rows, found, (listId) => this.ofList(listId)).report;
  }

  /** Imports annotations and names of owners, all or none (see `planImport`). @throws AppError */
  import(
    rows: readonly ImportedRow[],
    found: FoundTenants,
  ): { report: ImportReport; before: StoredValues } {
    const { changes, report } = planImport(rows, found, (listId) => this.ofList(listId));
    const before = this.#replacedBy(changes);
    this.#save(changes);
    return { report, before };
  }

  /** Names an owner in some lists. @returns the names before. @throws AppError */
  nameOwner(
    listIds: readonly string[],
    ownerId: string,
    name: string | null,
  ): { listId: string; name: string | null }[] {
    const before = listIds.map((listId) => ({
      listId,
      name: this.ofList(listId).ownerNames.get(ownerId) ?? null,
    }));
    const ownerNames = new Map([[ownerId, name]]);
    this.#save(new Map(listIds.map((listId) => [listId, { tenants: new Map(), ownerNames }])));
    return before;
  }

  /** Counts the tags of some lists, the most frequent first. */
  tags(listIds: readonly string[]): TagCount[] {
    const counts = new Map<string, TagCount>();
    for (const listId of listIds) {
      for (const { tags } of this.ofList(listId).tenants.values()) {
        for (const tag of tags) {
          const found = counts.get(tagKey(tag));
          if (found === undefined) counts.set(tagKey(tag), { tag, count: 1 });
          else found.count++;
        }
      }
    }
    return [...counts.values()].toSorted((a, b) => b.count - a.count);
  }

  /**
   * Replaces everything, or nothing, by what another store has in memory, after its file was deleted. @throws AppError
   */
  takeOver(other: AnnotationStore): void {
    const listIds = [...this.#lists.keys()];
    this.#connection.writeDurably(() => {
      deleteLists(this.#connection, listIds);
      for (const [listId, list] of other.#lists) writeChange(this.#connection, listId, list);
    });
    this.#lists.clear();
    // They keep their versions, because they are the same lists.
    for (const [listId, list] of other.#lists) this.#lists.set(listId, list);
    this.#changes++;
  }

  /**
   * Deletes the annotations and names of an account at all of its servers. No file contains them afterwards.
   *
   * @param start of the ids of the account's lists.
   * @throws AppError
   */
  removeLists(start: string): void {
    const listIds = [...this.#lists.keys()].filter((listId) => listId.startsWith(start));
    this.#connection.writeDurably(() => deleteLists(this.#connection, listIds));
    for (const listId of listIds) this.#lists.delete(listId);
    // Also if nothing was deleted: an earlier attempt may have failed here, because the disk was full.
    this.#connection.erase();
    if (this.#backup.exists) this.#backup.replace();
  }

  close(): void {
    if (this.#changes > 0) {
      // First, so that the database is not written to after the copy was made.
      this.#connection.checkpoint();
      this.#backup.tryToReplace();
    }
    this.#connection.close();
  }

  /** Returns the annotations and names of owners that some changes replace. */
  #replacedBy(changes: ReadonlyMap<string, ListChange>): StoredValues {
    const annotations: StoredAnnotation[] = [];
    const ownerNames: StoredOwnerName[] = [];
    for (const [listId, change] of changes) {
      const before = this.ofList(listId);
      for (const tenantId of change.tenants.keys()) {
        annotations.push({ listId, tenantId, annotation: before.tenants.get(tenantId) ?? null });
      }
      for (const ownerId of change.ownerNames.keys()) {
        ownerNames.push({ listId, ownerId, name: before.ownerNames.get(ownerId) ?? null });
      }
    }
    return { annotations, ownerNames };
  }

  /** Returns a function that returns the tags of a list as they are written now, by their keys. */
  #createSpellings(): (listId: string) => ReadonlyMap<string, string> {
    const spellings = new Map<string, ReadonlyMap<string, string>>();
    return (listId) => {
      const known = spellings.get(listId) ?? spellingsOf(this.ofList(listId).tenants);
      spellings.set(listId, known);
      return known;
    };
  }

  #save(changes: ReadonlyMap<string, ListChange>): void {
    assertExists(this.#connection.path);
    this.#connection.writeDurably(() => {
      for (const [listId, change] of changes) writeChange(this.#connection, listId, change);
    });
    for (const [listId, { tenants, ownerNames }] of changes) {
      const before = this.ofList(listId);
      this.#lists.set(listId, {
        version: tenants.size > 0 ? this.#nextVersion() : before.version,
        ownerVersion: ownerNames.size > 0 ? this.#nextVersion() : before.ownerVersion,
        tenants: withChanges(before.tenants, tenants),
        ownerNames: withChanges(before.ownerNames, ownerNames),
      });
    }
  }

  #toLists(stored: StoredLists): Map<string, ListAnnotations> {
    return new Map(
      Array.from(stored, ([listId, list]) => {
        const version = `${this.#name} 0`;
        return [listId, { version, ownerVersion: version, ...list }];
      }),
    );
  }

  #nextVersion(): string {
    this.#changes++;
    return `${this.#name} ${this.#changes}`;
  }
}

function withChanges<Value>(
  before: ReadonlyMap<string, Value>,
  changes: ReadonlyMap<string, Value | null>,
): ReadonlyMap<string, Value> {
  if (changes.size === 0) return before;
  const after = new Map(before);
  for (const [key, value] of changes) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
}
