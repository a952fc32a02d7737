import { z } from 'zod';
import { AppError } from '../../../src-shared/errors.ts';
import type { Sort } from '../../../src-shared/list-tenants.ts';

/**
 * The row at the edge of a page. A cursor carries the row's values instead of its position, so that it stays valid
 * when a refresh replaces the list.
 */
const cursorSchema = z.object({
  /** The sort order in which the cursor was made. It is valid for no other. */
  sort: z.string(),
  /** The row's value in each of the sorted columns. For `foundAt`, the id of the run; for `account`, the position of its list. */
  values: z.array(z.string().nullable()),
  /** Whether the row is one of those that come first because they match the accents of the search. */
  isExact: z.boolean(),
  /** The list that has the row. */
  listId: z.string(),
  /**
   * The row's id. Without a sort order, also the ids of some adjacent rows: if the row is deleted, the page starts at
   * the next of them that still exists.
   */
  ids: z.array(z.string()).min(1),
  /** The row's place in its list. Only this tells rows without an id apart. */
  place: z.number().int().min(0),
});

export type Cursor = z.infer<typeof cursorSchema>;

/** Returns the name of a sort order, as cursors have it. */
export function orderName(sort: readonly Sort[]): string {
  return sort.map(({ field, direction }) => `${field} ${direction}`).join(', ');
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws AppError `request_refused` if the text is not a cursor, or belongs to another sort order. */
export function decodeCursor(text: string, sort: readonly Sort[]): Cursor {
  const cursor = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  const hasThisOrder =
    cursor.success &&
    cursor.data.sort === orderName(sort) &&
    cursor.data.values.length === sort.length;
  if (!hasThisOrder) {
    throw new AppError({
      code: 'request_refused',
      message: 'The cursor is not valid for this list',
    });
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
