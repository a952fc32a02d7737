import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { annotationChangeSchema, ownerNameFields } from './annotations.ts';
import { longArray } from './bounded-schemas.ts';
import { mostExportedRows } from './limits.ts';
import { filterSchema } from './list-tenants.ts';
import { longestKey } from './tenant-key.ts';

const keys = longArray(z.string().max(longestKey), mostExportedRows);

/** Tenants by their keys (see `tenantKey`), or all saved tenants that match a filter. Those without an id are left out. */
const tenantsSchema = z.union([
  z.object({ keys }),
  z.object({
    filter: filterSchema,
    /** The keys of matching tenants that are left out. */
    except: keys.optional(),
  }),
]);

export const annotateTenantsRequestSchema = z.object({
  accountId: accountOrAllSchema,
  tenants: tenantsSchema,
  change: annotationChangeSchema,
});

/** For all accounts, the owner is named in the list of each. */
export const nameOwnerRequestSchema = z.object({
  accountId: accountOrAllSchema,
  ...ownerNameFields,
});

export type AnnotateTenantsRequest = z.infer<typeof annotateTenantsRequestSchema>;
