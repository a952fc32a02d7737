import { AppError } from '../../../src-shared/errors.ts';
import type { TenantDetails } from '../../../src-shared/saved-list.ts';
import { rankOf } from '../index/rank-lookup.ts';
import { noRank } from '../index/ranks.ts';
import { RowSet, type RowSetKind } from '../rows/row-set.ts';
import { readTenantHistory } from '../runs/changes.ts';
import { findShownList } from '../runs/shown-list.ts';
import { addAnnotation } from './annotation-values.ts';
import { findListParts } from './list-parts.ts';
import type { ViewSource } from './view-rows.ts';

type Source = Pick<ViewSource, 'connection' | 'cache' | 'annotationsOf'>;

/** How many other tenants of the owner are returned. */
const listedTenants = 10;

/** @throws AppError `tenant_not_saved` if the tenant is neither listed nor known to be gone. */
export function readTenantDetails(source: Source, listId: string, tenantId: string): TenantDetails {
  const { connection, annotationsOf } = source;
  const find = (runId: number | undefined, kind: RowSetKind) =>
    runId === undefined ? null : new RowSet(connection, runId, kind).find(tenantId);
  const history = readTenantHistory(connection, listId, tenantId);
  const shown = findShownList(connection, listId);
  const found = find(shown?.record.run.runId, 'read') ?? find(shown?.gone?.runId, 'gone');
  if (found === null) {
    const { records } = connection;
    throw new AppError({ code: 'tenant_not_saved', message: 'This tenant is not saved', records });
  }
  const { tenant, raw } = found;
  return {
    tenant: addAnnotation(tenant, annotationsOf(listId)),
    raw,
    history,
    ofSameOwner: findOthers(source, listId, tenant),
  };
}

/** Finds the other listed tenants of a tenant's owner. */
function findOthers(
  { connection, cache }: Source,
  listId: string,
  { id, ownerId }: TenantDetails['tenant'],
): TenantDetails['ofSameOwner'] {
  const [part] = findListParts(connection, [listId], { listed: true, gone: false });
  if (part === undefined || ownerId === null) return { tenants: [], count: 0 };
  const index = cache.open(part);
  const rank = rankOf(index, 'ownerId', ownerId) ?? noRank;
  if (rank === noRank) return { tenants: [], count: 0 };
  const own = part.rows.findPlace(id);
  const names = index.ranks('name');
  const places: number[] = [];
  for (const [place, ownerRank] of index.ranks('ownerId').entries()) {
    if (ownerRank === rank && place !== own) places.push(place);
  }
  const byName = places.toSorted((a, b) => (names[a] ?? noRank) - (names[b] ?? noRank));
  return {
    tenants: byName.slice(0, listedTenants).map((place) => part.rows.tenantAt(place)),
    count: places.length,
  };
}
