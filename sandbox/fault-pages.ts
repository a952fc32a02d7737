import { awkwardKinds, makeAwkward } from './awkward.ts';
import { decodeCursor } from './cursor.ts';
import type { Due, Faults } from './faults.ts';
import { lastMoment } from './generate.ts';
import type { ListTenants, TenantPage } from './list-tenants.ts';
import type { ListRequest, PagingAnswer, SandboxTenant } from './wire.ts';

/**
 * Answers a request with the page faults that are due. Rows change on the way out only: what the
 * list holds, and so what `sandbox.tenants` shows, stays the truth.
 * @returns the answer's body; a bigint in it is meant as a JSON number
 */
export function listWithFaults(
  list: ListTenants,
  tenants: readonly SandboxTenant[],
  request: ListRequest,
  faults: Faults,
  due: Due,
): { paging: PagingAnswer; tenants: unknown[] } {
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

/** As if the row under the cursor had moved on between the two requests, so that it comes again. */
function listShifted(
  list: (request: ListRequest) => TenantPage,
  tenants: readonly SandboxTenant[],
  request: ListRequest,
): TenantPage {
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
  // By the place in the whole list, not in the page: a tenant looks the same on every page it is on.
  const places = new Map(tenants.map(({ id }, place) => [id, place]));
  return page.map((tenant) => {
    const place = places.get(tenant.id) ?? 0;
    const kind = kinds[Math.floor(place / every) % kinds.length];
    return place % every === 0 && kind !== undefined ? makeAwkward(tenant, kind) : tenant;
  });
}
