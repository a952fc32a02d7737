import { tenantFields } from '../../../src-shared/tenant-fields.ts';
import type { Tenant, TenantField } from '../../../src-shared/tenant.ts';
import type { PastTenant } from '../history/past-tenants.ts';
import { totalLength } from '../index/parts.ts';
import type { PastValues } from '../index/past-index.ts';
import type { ListPart } from './list-parts.ts';

/** What was different about one of the parts of a view. */
export interface PartPast {
  tenants: readonly PastTenant[];
  /** Returns the places of some tenants in the part; -1 for those that it does not have. */
  placesOf: (tenantIds: readonly string[]) => Int32Array;
}

/**
 * The lists of a view as they were at an earlier moment: which of the rows they had, and with which values. The rows are
 * those of the lists now, and those that are gone. Holds no connection.
 */
export class PastList {
  readonly values: PastValues;
  /** By place: 1 if the row was not in the list. */
  readonly #isHidden: Uint8Array;

  constructor(parts: readonly ListPart[], pastOf: (part: ListPart) => PartPast) {
    const values = new Map<TenantField, Map<number, string | null>>();
    this.#isHidden = new Uint8Array(totalLength(parts));
    let start = 0;
    for (const part of parts) {
      const { tenants, placesOf } = pastOf(part);
      const places = placesOf(tenants.map(({ tenantId }) => tenantId));
      // Tenants that were gone already then have no changes since.
      if (part.areGone) this.#isHidden.fill(1, start, start + part.length);
      for (const [at, { wasListed, values: tenantValues }] of tenants.entries()) {
        const place = places[at] ?? -1;
        if (place < 0) continue;
        this.#isHidden[start + place] = wasListed ? 0 : 1;
        for (const [fieldAt, field] of tenantFields.entries()) {
          const value = tenantValues[fieldAt];
          if (value === undefined) continue;
          const column = values.get(field) ?? new Map<number, string | null>();
          values.set(field, column.set(start + place, value));
        }
      }
      start += part.length;
    }
    this.values = values;
  }

  isShown(place: number): boolean {
    return this.#isHidden[place] === 0;
  }

  /** Returns the tenant of a row as it was. */
  apply(place: number, tenant: Tenant): Tenant {
    const past = { ...tenant };
    for (const [field, column] of this.values) {
      const value = column.get(place);
      if (value !== undefined) setValue(past, field, value);
    }
    return past;
  }
}

function setValue(tenant: Tenant, field: TenantField, value: string | null): void {
  // Only some of the fields can be null.
  if (field === 'id' || field === 'name' || field === 'domain') tenant[field] = value ?? '';
  else tenant[field] = value;
}
