import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { AccountDot } from '../accounts/account-dot.tsx';
import type { ColumnField } from '../layout/layout.ts';
import { cellContent } from './cell-content.tsx';
import { SkeletonBar } from './skeleton-rows.tsx';
import classes from './tenant-table.module.css';

interface TenantRowProps {
  /** `undefined` while it is on its way: the row that has the focus does not wait for it. */
  tenant: Tenant | undefined;
  /** Its place in the grid, from 0. */
  row: number;
  /** Counted from 1, the header being the first; `undefined` when nobody has counted. A wrong one is worse than none. */
  rowIndex: number | undefined;
  fields: readonly ColumnField[];
  /** Whose it is, where that is a column. */
  account: Account | undefined;
  isSelected: boolean;
  /** The column of the one cell that Tab comes to, when it is in this row. */
  tabStop: number | null;
  query: string | undefined;
  t: TFunction;
  dateFormat: (text: string) => string;
}

/** A tenant. Clicks and keys are the grid's to understand; the name opens the details. */
export const TenantRow = memo(function TenantRow(props: TenantRowProps) {
  const { tenant, row, rowIndex, fields, account, isSelected, tabStop } = props;
  const { query, t, dateFormat } = props;
  const name = tenant && (tenant.name.trim() || tenant.id);
  const cell = (column: number, field: string) => ({
    className: classes.cell,
    'data-column': field,
    tabIndex: column === tabStop ? 0 : -1,
  });
  const content = (field: ColumnField, column: number) => {
    if (tenant === undefined) return <SkeletonBar row={row} column={column} />;
    if (field === 'account') {
      return (
        <span className={classes.account}>
          {account && <AccountDot color={account.color} />}
          {account?.name}
        </span>
      );
    }
    return cellContent({ field, value: tenant[field], t, dateFormat, query });
  };
  return (
    <tr data-row={row} aria-rowindex={rowIndex} aria-selected={isSelected}>
      <td {...cell(0, 'select')}>
        <input
          type="checkbox"
          className={classes.check}
          tabIndex={-1}
          checked={isSelected}
          disabled={!tenant}
          aria-label={t('grid.selectRow', { name })}
          readOnly
        />
      </td>
      {fields.map((field, at) =>
        field === 'name' ? (
          <th key={field} {...cell(at + 1, field)} scope="row">
            {tenant ? (
              <button
                type="button"
                className={classes.name}
                tabIndex={-1}
                aria-haspopup="dialog"
                aria-label={tenant.name.trim() === '' ? tenant.id : undefined}
              >
                {content(field, at)}
              </button>
            ) : (
              content(field, at)
            )}
          </th>
        ) : (
          <td key={field} {...cell(at + 1, field)}>
            {content(field, at)}
          </td>
        ),
      )}
    </tr>
  );
});
