import { memo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Tenant } from '../../src-shared/tenant.ts';
import { rowStep } from './row-step.ts';
import type { TenantRowModel } from './tenant-row.tsx';
import { TenantRow } from './tenant-row.tsx';
import type { TenantTableModel } from './use-tenant-table.ts';
import classes from './tenant-table.module.css';

interface TenantRowsProps {
  rows: TenantRowModel[];
  /** In another language the same rows have other columns, and are drawn again. */
  columns: TenantTableModel['options']['columns'];
  /** Where the first row stands in the whole list, from 1; `null` when nobody has counted. */
  firstRow: number | null;
  /** The rows are those of an earlier question. */
  stale: boolean;
  onOpen: (tenant: Tenant) => void;
}

/**
 * The rows of a page. They are drawn once a page, not with every letter that is typed above them. Tab comes to one of
 * them only, as the pager would otherwise be a hundred stops away.
 */
export const TenantRows = memo(function TenantRows(props: TenantRowsProps) {
  const { rows, columns, firstRow, stale, onOpen } = props;
  const [current, setCurrent] = useState(0);
  const tabStop = Math.min(current, rows.length - 1);

  const goOn = (event: KeyboardEvent<HTMLElement>) => {
    const next = rowStep(event.key, tabStop, rows.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll<HTMLElement>('th button')[next]?.focus();
  };
  return (
    <tbody className={classes.body} data-stale={stale || undefined} onKeyDown={goOn}>
      {rows.map((row, index) => (
        <TenantRow
          key={row.id}
          row={row}
          columns={columns}
          rowIndex={firstRow === null ? undefined : firstRow + index + 1}
          isTabStop={index === tabStop}
          onOpen={onOpen}
        />
      ))}
    </tbody>
  );
});
