import { z } from 'zod';
import { ApiError } from './errors.ts';

const cursorSchema = z.strictObject({
  sort: z.string(),
  name: z.string(),
  ownerId: z.string(),
  value: z.string(),
  id: z.string(),
});

/** A position in a sorted and filtered list: the sort value and the id of its row. */
export type Cursor = z.infer<typeof cursorSchema>;

/** Encodes a cursor as base64url JSON. Clients treat it as opaque, and it is easy to read while debugging. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Decodes a cursor of a request.
 *
 * @throws {ApiError} `invalid_argument` if `encodeCursor` did not write it.
 */
export function decodeCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new ApiError('invalid_argument', 'paging is invalid (invalid cursor)');
  }
}
