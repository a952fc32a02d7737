import { z } from 'zod';
import { isServerId } from './filter-values.ts';
import { longestSearch } from './limits.ts';

/** The conditions that the server supports. */
export const serverFilterSchema = z.object({
  name: z.string().trim().min(1).max(longestSearch).optional(),
  ownerId: z.string().max(longestSearch).refine(isServerId, 'This is not an int64').optional(),
});
