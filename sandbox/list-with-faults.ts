import { awkwardKinds, makeAwkward } from './awkward.ts';
import type { SandboxList, SandboxPage } from './create-list.ts';
import { decodeCursor } from './cursor.ts';
import type { Due, Faults } from './faults.ts';
import { lastMoment } from './generate.ts';
import type { ListRequest, SandboxRow } from './wire.ts';

/**
 * Lists a page and applies the faults that are due. They change the page only, never the list.
 *
 * @returns a page whose rows can be any JSON. A bigint in it stands for a JSON number.
 */
export function listWithFaults<Row extends SandboxRow>(
  list: SandboxList<Row>,
  request: ListRequest,
  faults: Faults,
  due: Due,
): SandboxPage<unknown> {
  const options = { cursorsAtEnds: due(faults.cursorsAtEnds) !== undefined };
  const listPage = (wanted: ListRequest) => list.listPage(wanted, options);
  const page = due(faults.shiftRows)
    ? listShifted(listPage, list.rows, request)
    : listPage(request);

  const repeats = due(faults.repeatCursor) && request.after !== '' && request.after !== '.';
  const paging = repeats ? { ...page.paging, next: request.after } : page.paging;

  const rows = makeRows(page.rows, list.rows, due(faults.awkward));
  const unreadable = due(faults.unreadableRow);
  if (unreadable && rows.length > 0) rows[0] = unreadable.row ?? null;
  return { paging, rows };
}

/** Lists a page as if the row at the cursor had moved back between the two requests, so that it is repeated. */
function listShifted<Row extends SandboxRow>(
  listPage: (request: ListRequest) => SandboxPage<Row>,
  all: readonly Row[],
  request: ListRequest,
): SandboxPage<Row> {
  if (request.after === '' || request.after === '.' || request.limit === 1) {
    return listPage(request);
  }
  const page = listPage({ ...request, limit: request.limit - 1 });
  const { id } = decodeCursor(request.after);
  const moved = all
    .filter((row) => row.id === id)
    .map((row) => ({ ...row, updated_at: new Date(lastMoment).toISOString() }));
  return { rows: [...moved, ...page.rows], paging: { ...page.paging, limit: request.limit } };
}

function makeRows(
  page: readonly SandboxRow[],
  all: readonly SandboxRow[],
  awkward: Faults['awkward'],
): unknown[] {
  if (awkward === undefined) return [...page];
  const { every = 5, kinds = awkwardKinds } = awkward;
  // The position in the whole list decides, so that a row looks the same on every page.
  const places = new Map(all.map(({ id }, place) => [id, place]));
  return page.map((row) => {
    const place = places.get(row.id) ?? 0;
    const kind = kinds[Math.floor(place / every) % kinds.length];
    return place % every === 0 && kind !== undefined ? makeAwkward(row, kind) : row;
  });
}
