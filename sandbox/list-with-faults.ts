import { awkwardKinds, makeAwkward } from './awkward.ts';
import { decodeCursor } from './cursor.ts';
import type { Due, Faults } from './faults.ts';
import { lastMoment } from './generate.ts';
import type { ListTenants, SandboxPage } from './list-tenants.ts';
import type { ListRequest, PagingResponse, SandboxTenant } from './wire.ts';

/**
 * Lists a page and applies the faults that are due. They change the response only, never `sandbox.tenants`.
 *
 * @returns the body of the response. A bigint in it stands for a JSON number.
 */
export function listWithFaults(
  list: ListTenants,
  tenants: readonly SandboxTenant[],
  request: ListRequest,
  faults: Faults,
  due: Due,
): { paging: PagingResponse; tenants: unknown[] } {
  const options = { cursorsAtEnds: due(faults.cursorsAtEnds) !== undefined };
  const page = due(faults.shiftRows)
    ? listShifted((shorter) => list(shorter, options), tenants, request)
    : list(request, options);

  const repeats = due(faults.repeatCursor) && request.after !== '' && request.after !== '.';
  const paging = repeats ? { ...page.paging, next: request.after } : page.paging;

  const rows = makeRows(page.tenants, tenants, due(faults.awkward));
  const unreadable = due(faults.unreadableRow);
  if (unreadable && rows.length > 0) rows[0] = unreadable.row ?? null;
  return { paging, tenants: rows };
}

/** Lists a page as if the row at the cursor had moved back between the two requests, so that it is repeated. */
function listShifted(
  list: (request: ListRequest) => SandboxPage,
  tenants: readonly SandboxTenant[],
  request: ListRequest,
): SandboxPage {
  if (request.after === '' || request.after === '.' || request.limit === 1) return list(request);
  const page = list({ ...request, limit: request.limit - 1 });
  const { id } = decodeCursor(request.after);
  const moved = tenants
    .filter((tenant) => tenant.id === id)
    .map((tenant) => ({ ...tenant, updated_at: new Date(lastMoment).toISOString() }));
  return {
    tenants: [...moved, ...page.tenants],
    paging: { ...page.paging, limit: request.limit },
  };
}

function makeRows(
  page: readonly SandboxTenant[],
  tenants: readonly SandboxTenant[],
  awkward: Faults['awkward'],
): unknown[] {
  if (awkward === undefined) return [...page];
  const { every = 5, kinds = awkwardKinds } = awkward;
  // The position in the whole list decides, so that a tenant looks the same on every page.
  const places = new Map(tenants.map(({ id }, place) => [id, place]));
  return page.map((tenant) => {
    const place = places.get(tenant.id) ?? 0;
    const kind = kinds[Math.floor(place / every) % kinds.length];
    return place % every === 0 && kind !== undefined ? makeAwkward(tenant, kind) : tenant;
  });
}
