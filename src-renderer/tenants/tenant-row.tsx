import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import classes from './tenant-table.module.css';
import type { TenantTableModel } from './use-tenant-table.ts';

export type TenantRowModel = ReturnType<TenantTableModel['getRowModel']>['rows'][number];

interface TenantRowProps {
  row: TenantRowModel;
  /** In another language the same row has other columns, and is drawn again. */
  columns: TenantTableModel['options']['columns'];
  /** Counted from 1, the header being the first; `undefined` when nobody has counted. A wrong one is worse than none. */
  rowIndex: number | undefined;
  /** The one row that Tab comes to; the arrow keys go on from there. */
  isTabStop: boolean;
  onOpen: (tenant: Tenant) => void;
}

/** A tenant. A click anywhere on it opens its details; for the keyboard its name is a button. */
export const TenantRow = memo(function TenantRow(props: TenantRowProps) {
  const { row, rowIndex, isTabStop, onOpen } = props;
  const tenant = row.original;
  return (
    <tr
      aria-rowindex={rowIndex}
      onClick={() => {
        // Whoever has just marked an id with the mouse wants to copy it.
        if (getSelection()?.type !== 'Range') onOpen(tenant);
      }}
    >
      {row.getAllCells().map((cell) =>
        cell.column.id === 'name' ? (
          <th key={cell.id} className={classes.cell} data-column="name" scope="row">
            <button
              type="button"
              className={classes.name}
              tabIndex={isTabStop ? 0 : -1}
              aria-haspopup="dialog"
              aria-label={tenant.name.trim() === '' ? tenant.id : undefined}
            >
              <FlexRender cell={cell} />
            </button>
          </th>
        ) : (
          <td key={cell.id} className={classes.cell} data-column={cell.column.id}>
            <FlexRender cell={cell} />
          </td>
        ),
      )}
    </tr>
  );
});
