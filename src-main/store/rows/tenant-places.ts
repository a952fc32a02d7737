import { array } from '../sqlite/column-values.ts';
import { placeOf, type RowSet } from './row-set.ts';

/** Finds the places of some tenants; -1 for those that the set does not have. */
export function findPlaces({ connection, id }: RowSet, tenantIds: readonly string[]): Int32Array {
  const row = connection.get(
    `SELECT json_group_array(ifnull(row_id, -1)) AS row_ids FROM
       (SELECT row_id FROM json_each(?) AS tenant LEFT JOIN tenant_row
         ON row_set = ? AND tenant_row.id = tenant.value AND tenant_row.id <> ''
         ORDER BY tenant.key)`,
    JSON.stringify(tenantIds),
    id,
  );
  return Int32Array.from(array(row, 'row_ids'), (rowId) =>
    typeof rowId === 'number' && rowId >= 0 ? placeOf(rowId) : -1,
  );
}

/** Returns the place of each tenant of a set that has an id. */
export function readPlaces({ connection, id }: RowSet): Map<string, number> {
  const row = connection.get(
    `SELECT json_group_array(id) AS ids, json_group_array(row_id) AS row_ids
       FROM tenant_row WHERE row_set = ? AND id <> ''`,
    id,
  );
  const rowIds = array(row, 'row_ids');
  return new Map(
    array(row, 'ids').map((tenant, at) => [String(tenant), placeOf(Number(rowIds[at]))]),
  );
}
