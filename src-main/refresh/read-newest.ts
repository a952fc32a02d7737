import { dateKey, parseDate } from '../../src-shared/dates.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { parseRows, type ReadRows } from '../etelecom/wire.ts';
import type { QuickRun, ReadRow } from './run-store.ts';

/** The order in which a quick refresh reads the list. */
export const newestFirst = { field: 'updatedAt', direction: 'descending' } as const;

const rowsOfPage = 100;
/** More than this is not kept in memory. */
const maximumRows = 10_000;
const maximumBytes = 20_000_000;

/** The saved list before a quick refresh, and how to read the server's. */
interface NewestOptions {
  /** How many tenants the saved list has. */
  tenants: number;
  /** Every change that the server dated before this time is in the saved list. In milliseconds since 1970. */
  cutoff: number;
  fetchPage: (after: string | null) => Promise<Uint8Array>;
  areInList: (tenants: readonly ListRecord[]) => boolean[];
  onProgress: (rows: number) => void;
  now: () => Date;
}

/**
 * Reads the tenants that were updated last, newest first. Ends at the first page that reaches tenants from before `cutoff`
 * and on which all of those are in the saved list, unchanged.
 *
 * @returns the rows; `unsorted` if the server has another order; `too long` if reading the whole list costs hardly more,
 * and finds the tenants that are gone.
 * @throws AppError from `fetchPage` and `parseRows`.
 */
export async function readNewest(
  options: NewestOptions,
): Promise<QuickRun | 'unsorted' | 'too long'> {
  const { tenants, fetchPage, onProgress, now } = options;
  const startedAt = now().toISOString();
  const start = performance.now();
  const rows = new NewestRows();
  const halfOfList = Math.floor(Math.ceil(tenants / rowsOfPage) / 2);
  const maximumPages = Math.min(halfOfList, maximumRows / rowsOfPage);
  let after: string | null = null;
  let bytes = 0;
  let readRows = 0;
  for (let pages = 1; pages <= maximumPages; pages++) {
    const body = await fetchPage(after);
    const { next, hasOtherSort, read } = parseRows(body, { sort: newestFirst });
    const page = read();
    if (hasOtherSort || !rows.add(page)) return 'unsorted';
    onProgress(rows.length);
    bytes += body.length;
    readRows += page.rows.length + page.unreadable.length;
    // Without a next page, the server's list is much shorter than the saved one.
    if (next === null || bytes > maximumBytes || readRows > maximumRows) break;
    if (reachesKnownRows(page, options)) {
      const milliseconds = Math.round(performance.now() - start);
      return { ...rows.toResult(), startedAt, milliseconds, pages };
    }
    after = next;
  }
  return 'too long';
}

/**
 * Returns whether no later page can have a change from after the cutoff. Rows from after the cutoff may be new or changed.
 * A change in an older row would show that the server's times cannot be trusted that far. Unreadable rows do not count,
 * because reading on does not make them readable.
 */
function reachesKnownRows({ rows }: ReadRows, { cutoff, areInList }: NewestOptions): boolean {
  const tenants = rows.map(({ tenant }) => tenant);
  const isAfterCutoff = ({ updatedAt }: ListRecord) =>
    updatedAt !== null && parseDate(updatedAt) >= cutoff;
  const last = tenants.at(-1);
  // A row without a time can be anywhere in the order.
  if (last?.updatedAt == null || Number.isNaN(parseDate(last.updatedAt)) || isAfterCutoff(last)) {
    return false;
  }
  const older = tenants.filter((tenant) => !isAfterCutoff(tenant));
  return areInList(older).every(Boolean);
}

/**
 * Returns whether an error blames the request of a quick refresh, so that the server may not support its order. A server
 * that does not know a parameter can answer as if it did not know the address.
 */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === 'request_refused' || error.code === 'wrong_address')
  );
}

/** The rows of all pages, each tenant once. */
class NewestRows {
  /** Rows without an id cannot be told apart. */
  readonly #rowsWithoutId: ReadRow[] = [];
  readonly #rows = new Map<string, ReadRow>();
  readonly #unreadable: string[] = [];
  #duplicates = 0;
  /** The sort key of the last row with a time. */
  #lastKey: string | null = null;

  get length(): number {
    return this.#rows.size + this.#rowsWithoutId.length;
  }

  /** Adds the rows of a page. Returns false if a row was updated after the row before it. */
  add({ rows, unreadable }: ReadRows): boolean {
    this.#unreadable.push(...unreadable);
    return rows.every((row) => this.#add(row));
  }

  #add(row: ReadRow): boolean {
    const { id } = row.tenant;
    const key = keyOf(row);
    const earlier = this.#rows.get(id);
    if (earlier !== undefined) {
      // When other tenants are updated between two requests, a row can move to the next page, and be updated itself.
      this.#duplicates++;
      if ((key ?? '') > (keyOf(earlier) ?? '')) this.#rows.set(id, row);
      return true;
    }
    if (id === '') this.#rowsWithoutId.push(row);
    else this.#rows.set(id, row);
    const isInOrder = key === null || this.#lastKey === null || key <= this.#lastKey;
    this.#lastKey = key ?? this.#lastKey;
    return isInOrder;
  }

  toResult(): Pick<QuickRun, 'rows' | 'unreadable' | 'duplicates'> {
    return {
      rows: [...this.#rows.values(), ...this.#rowsWithoutId],
      unreadable: this.#unreadable,
      duplicates: this.#duplicates,
    };
  }
}

function keyOf({ tenant: { updatedAt } }: ReadRow): string | null {
  return updatedAt === null ? null : dateKey(updatedAt);
}
