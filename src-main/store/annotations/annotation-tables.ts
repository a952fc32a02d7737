import type { Annotation } from '../../../src-shared/annotations.ts';
import { array, number, text } from '../sqlite/column-values.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Annotations and owner names of one list. `null` deletes one. */
export interface ListChange {
  /** By tenant id. */
  tenants: ReadonlyMap<string, Annotation | null>;
  /** By owner id. */
  ownerNames: ReadonlyMap<string, string | null>;
}

/** The tables' content, by list id. */
export type StoredLists = Map<
  string,
  { tenants: Map<string, Annotation>; ownerNames: Map<string, string> }
>;

/** Reads both tables. */
export function readLists(connection: Connection): StoredLists {
  const lists: StoredLists = new Map();
  const listOf = (listId: string) => {
    let list = lists.get(listId);
    if (list === undefined) {
      list = { tenants: new Map(), ownerNames: new Map() };
      lists.set(listId, list);
    }
    return list;
  };
  for (const row of connection.iterate('SELECT * FROM annotation')) {
    listOf(text(row, 'list_id')).tenants.set(text(row, 'tenant_id'), {
      isStarred: number(row, 'is_starred') === 1,
      note: text(row, 'note'),
      tags: array(row, 'tags').map(String),
    });
  }
  for (const row of connection.iterate('SELECT * FROM owner_name')) {
    listOf(text(row, 'list_id')).ownerNames.set(text(row, 'owner_id'), text(row, 'name'));
  }
  return lists;
}

export function writeChange(
  connection: Connection,
  listId: string,
  { tenants, ownerNames }: ListChange,
): void {
  for (const [tenantId, annotation] of tenants) {
    if (annotation === null) {
      const sql = 'DELETE FROM annotation WHERE list_id = ? AND tenant_id = ?';
      connection.run(sql, listId, tenantId);
    } else {
      connection.run(
        `INSERT OR REPLACE INTO annotation (list_id, tenant_id, is_starred, note, tags)
           VALUES (?, ?, ?, ?, ?)`,
        listId,
        tenantId,
        Number(annotation.isStarred),
        annotation.note,
        JSON.stringify(annotation.tags),
      );
    }
  }
  for (const [ownerId, name] of ownerNames) {
    if (name === null) {
      connection.run('DELETE FROM owner_name WHERE list_id = ? AND owner_id = ?', listId, ownerId);
    } else {
      connection.run(
        'INSERT OR REPLACE INTO owner_name (list_id, owner_id, name) VALUES (?, ?, ?)',
        listId,
        ownerId,
        name,
      );
    }
  }
}

export function deleteLists(connection: Connection, listIds: readonly string[]): void {
  for (const listId of listIds) {
    connection.run('DELETE FROM annotation WHERE list_id = ?', listId);
    connection.run('DELETE FROM owner_name WHERE list_id = ?', listId);
  }
}
