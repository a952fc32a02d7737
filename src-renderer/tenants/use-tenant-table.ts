import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { createColumns, features } from './columns.tsx';
import { toSort, toSortingState } from './sorting.ts';

const none: Tenant[] = [];

/** The table's model of the rows shown. A click on a sortable header goes on in its cycle and is told `onSort`. */
export function useTenantTable(
  tenants: Tenant[] | undefined,
  source: Source,
  sort: Sort[] | undefined,
  onSort: (sort: Sort[] | undefined) => void,
) {
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  const columns = useMemo(() => createColumns(t, dateFormat, source), [t, dateFormat, source]);
  const sorting = useMemo(() => toSortingState(sort), [sort]);
  return useTable({
    features,
    columns,
    data: tenants ?? none,
    state: { sorting },
    manualSorting: true,
    enableMultiSort: false,
    onSortingChange: (change) => {
      onSort(toSort(typeof change === 'function' ? change(sorting) : change));
    },
  });
}

export type TenantTableModel = ReturnType<typeof useTenantTable>;
