import { z } from 'zod';
import { recordKinds } from './record-kinds.ts';

/** Which records of an account a request is about. Without it, its tenants. */
export const recordsSchema = z.enum(recordKinds).optional();
