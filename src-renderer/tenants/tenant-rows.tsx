import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import classes from './tenant-table.module.css';
import type { TenantTableModel } from './use-tenant-table.ts';

interface TenantRowsProps {
  rows: ReturnType<TenantTableModel['getRowModel']>['rows'];
  /** In another language the same rows have other columns, and are drawn again. */
  columns: TenantTableModel['options']['columns'];
  /** Where the first row stands in the whole list, from 1; `null` when nobody has counted. */
  firstRow: number | null;
}

/** The rows of a page. They are drawn once a page, not with every letter that is typed above them. */
export const TenantRows = memo(function TenantRows({ rows, firstRow }: TenantRowsProps) {
  return rows.map((row, index) => (
    // The header is row 1. A wrong number is worse than none.
    <tr key={row.id} aria-rowindex={firstRow === null ? undefined : firstRow + index + 1}>
      {row.getAllCells().map((cell) => {
        const isName = cell.column.id === 'name';
        const Cell = isName ? 'th' : 'td';
        return (
          <Cell
            key={cell.id}
            className={classes.cell}
            data-column={cell.column.id}
            scope={isName ? 'row' : undefined}
          >
            <FlexRender cell={cell} />
          </Cell>
        );
      })}
    </tr>
  ));
});
