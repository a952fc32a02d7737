import { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';

/**
 * The row at the edge of a page, by what it is and not by where it stands, so that it finds its place in a list that
 * has been replaced since.
 */
const cursorSchema = z.object({
  /** What the list was sorted by; a cursor is good for this order only. */
  sort: z.string(),
  /** The row's value in each of the sorted columns. */
  values: z.array(z.string().nullable()),
  /** Whether it had the accents of the search exactly; such rows stand first. */
  isExact: z.boolean(),
  /** The account whose list it is in. */
  accountId: z.string(),
  /** Its id, and, where the order is that of arrival, those of its neighbors, in case it is gone. */
  ids: z.array(z.string()).min(1),
  /** Its place in that list: all there is of a row without an id. */
  place: z.number().int().min(0),
});

export type Cursor = z.infer<typeof cursorSchema>;

/** How a cursor names an order. */
export function orderName(sort: readonly Sort[]): string {
  return sort.map(({ field, direction }) => `${field} ${direction}`).join(', ');
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws AppError `request_refused` for a text that is no cursor, or one of another order. */
export function readCursor(text: string, sort: readonly Sort[]): Cursor {
  const cursor = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  const isOfThisOrder =
    cursor.success &&
    cursor.data.sort === orderName(sort) &&
    cursor.data.values.length === sort.length;
  if (!isOfThisOrder) {
    throw new AppError({ code: 'request_refused', message: 'This is no cursor of this list' });
  }
  return cursor.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
