import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { Tenant, TenantField } from '../../src-shared/tenant.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import { timeZone } from '../../src-shared/time-zone.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { sortFields } from './sorting.ts';
import { TenantValue } from './tenant-value.tsx';

/** Sorting only in name: whoever lists sorts, and the table knows by what. */
export const features = tableFeatures({ rowSortingFeature });

const helper = createColumnHelper<typeof features, Tenant>();
const times: readonly TenantField[] = ['createdAt', 'updatedAt'];

/** The columns of the grid, in the order of the sheet's. `dateFormat` writes the times of their cells. */
export function createColumns(t: TFunction, dateFormat: (text: string) => string, source: Source) {
  return helper.columns(
    tenantFields.map((field) =>
      helper.accessor((tenant) => tenant[field], {
        id: field,
        header: times.includes(field)
          ? t('sheet.fieldInZone', { field: t(`tenants.fields.${field}`), zone: timeZone.label })
          : t(`tenants.fields.${field}`),
        cell: (cell) => (
          <TenantValue field={field} value={cell.getValue()} t={t} dateFormat={dateFormat} />
        ),
        enableSorting: sortFields[source].includes(field),
        // Of times the newest are asked for most, of words the beginning of the alphabet.
        sortDescFirst: times.includes(field),
      }),
    ),
  );
}
