import { z } from 'zod';
import { ApiError } from './errors.ts';

const cursorSchema = z.strictObject({
  sort: z.string(),
  name: z.string(),
  ownerId: z.string(),
  value: z.string(),
  id: z.string(),
});

/** A place in one sorted and filtered list: the sort value and the id of the row it stands on. */
export type Cursor = z.infer<typeof cursorSchema>;

/** Writes a cursor as base64url JSON: a client has no business reading it, a person debugging has. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads a cursor that came from outside.
 * @throws {ApiError} `invalid_argument` for anything `encodeCursor` did not write
 */
export function decodeCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new ApiError('invalid_argument', 'paging is invalid (invalid cursor)');
  }
}
