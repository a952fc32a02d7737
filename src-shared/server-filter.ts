import { z } from 'zod';

/** The conditions that the server supports. */
export const serverFilterSchema = z.object({
  name: z.string().trim().min(1).max(200).optional(),
  /** The digits of an int64. */
  ownerId: z
    .string()
    .max(19)
    .regex(/^\d{1,19}$/)
    .optional(),
});
