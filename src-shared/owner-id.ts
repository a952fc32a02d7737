import { z } from 'zod';
import { longestValue } from './limits.ts';

/** The id of an owner in a saved list. The API says that it is an int64, but any text that a server sends is kept. */
export const ownerIdSchema = z.string().min(1).max(longestValue);
