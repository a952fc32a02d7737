import { useTranslation } from 'react-i18next';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { ListState } from './list-state.ts';
import type { RowRange } from './row-range.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import { TableHead } from './table-head.tsx';
import { TenantRows } from './tenant-rows.tsx';
import classes from './tenant-table.module.css';
import type { TenantTableModel } from './use-tenant-table.ts';

interface TenantTableProps {
  table: TenantTableModel;
  range: RowRange | null;
  /** Which page the rows are. A new one is read from its top; the same one refreshed stays where it is. */
  asked: ListState | null;
  /** Rows to draw while nothing has come yet; `null` once something has. */
  skeletonRows: number | null;
  /** The rows are those of an earlier question. */
  stale: boolean;
  fetching: boolean;
  /** Told the tenant whose details are wanted. */
  onOpen: (tenant: Tenant) => void;
  /** Shown under the header in place of rows. */
  children?: ReactNode;
}

/**
 * The grid, in a scrolling area of its own. Own markup rather than Mantine's table: a page has nine hundred cells,
 * and header and name column stay in sight.
 */
export function TenantTable({
  table,
  range,
  asked,
  skeletonRows,
  stale,
  fetching,
  onOpen,
  children,
}: TenantTableProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not `scrollTo`: newer Chromium answers it with a promise, which its types do not know yet.
    if (area.current) area.current.scrollTop = 0;
  }, [asked]);
  return (
    <div
      ref={area}
      className={classes.area}
      // Without a tab stop the keyboard could not scroll to the last columns.
      tabIndex={0}
      role="region"
      aria-label={t('screens.tenants.list')}
    >
      <div className={classes.progress} data-fetching={fetching || undefined} />
      <table
        className={classes.table}
        aria-label={t('screens.tenants.title')}
        aria-busy={fetching}
        // The header is a row too. -1 says that nobody knows yet how many there are.
        aria-rowcount={range?.total ? range.total + 1 : -1}
      >
        <TableHead table={table} />
        {skeletonRows === null ? (
          <TenantRows
            rows={table.getRowModel().rows}
            columns={table.options.columns}
            firstRow={range?.from ?? null}
            stale={stale}
            onOpen={onOpen}
          />
        ) : (
          <SkeletonRows rows={skeletonRows} />
        )}
      </table>
      {children && <div className={classes.instead}>{children}</div>}
    </div>
  );
}
