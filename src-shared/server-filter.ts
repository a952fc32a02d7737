import { z } from 'zod';
import { longestSearch } from './limits.ts';
import { isServerId } from './server-id.ts';
import { storableText } from './storable-text.ts';

/** The conditions that the server supports. */
export const serverFilterSchema = z.object({
  name: z.string().trim().min(1).max(longestSearch).overwrite(storableText).optional(),
  ownerId: z.string().max(longestSearch).refine(isServerId, 'This is not an int64').optional(),
});
