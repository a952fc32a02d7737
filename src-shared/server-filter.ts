import { z } from 'zod';
import { longestSearch } from './limits.ts';

/** The digits of an int64. */
export const ownerIdSchema = z
  .string()
  .max(19)
  .regex(/^\d{1,19}$/);

/** The conditions that the server supports. */
export const serverFilterSchema = z.object({
  name: z.string().trim().min(1).max(longestSearch).optional(),
  ownerId: ownerIdSchema.optional(),
});
