import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { Account } from '../../src-shared/account.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { kindOf, valueOf } from '../../src-shared/record-values.ts';
import { AccountDot } from '../accounts/account-dot.tsx';
import { cellContent } from '../values/cell-content.tsx';
import { ChangeLabel } from '../values/change-label.tsx';
import { columnText } from '../values/column-text.ts';
import { isTenantField, type ColumnField } from '../values/field-name.ts';
import { GoneMark } from '../values/gone-mark.tsx';
import { OwnerName } from '../values/owner-name.tsx';
import { NoValue } from '../values/no-value.tsx';
import { SkeletonBar } from './skeleton-rows.tsx';
import { StarButton } from './star-button.tsx';
import classes from './tenant-row.module.css';

interface TenantRowProps {
  /** `undefined` until the row has been read. Only the focused row is rendered before that. */
  tenant: ListedRecord | undefined;
  /** The position in the grid, from 0. */
  row: number;
  /** The position in the whole list, from 1 for the header; `undefined` if it is not known. */
  rowIndex: number | undefined;
  fields: readonly ColumnField[];
  /** The account of the tenant, if all accounts are shown. */
  account: Account | undefined;
  isSelected: boolean;
  /** The list is saved, so that its tenants can be starred. */
  hasStars: boolean;
  /** The column of the cell that Tab reaches; `null` if it is in another row. */
  tabStop: number | null;
  /** The search text, whose words are marked. */
  query: string | undefined;
  t: TFunction;
  formatDate: (text: string) => string;
  formatAge: (text: string) => string;
}

/** A row of the grid. The table handles its clicks and keys. The name is a button that opens the details. */
export const TenantRow = memo(function TenantRow(props: TenantRowProps) {
  const { tenant, row, rowIndex, fields, account, isSelected, hasStars } = props;
  const { tabStop, query, t, formatDate, formatAge } = props;
  const name = tenant && (tenant.name.trim() || tenant.id);
  const isGone = tenant?.change?.kind === 'gone';
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
    if (field === 'whatChanged') {
      const records = kindOf(tenant);
      return (
        tenant.change && <ChangeLabel {...{ change: tenant.change, records, t, formatDate }} />
      );
    }
    const { ownerId, ownerName } = tenant;
    if (field === 'ownerId' && ownerId !== null && ownerName !== undefined) {
      return <OwnerName name={ownerName} ownerId={ownerId} t={t} query={query} />;
    }
    if (!isTenantField(field)) {
      const text = columnText({ column: field, tenant, account, t, formatDate, formatAge });
      return text || <NoValue />;
    }
    return cellContent({ field, value: valueOf(tenant, field), t, formatDate, query });
  };
  const nameContent = (column: number) =>
    tenant ? (
      <button
        type="button"
        className={classes.name}
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={tenant.name.trim() === '' ? tenant.id : undefined}
      >
        {content('name', column)}
      </button>
    ) : (
      content('name', column)
    );
  return (
    <tr
      data-row={row}
      data-gone={isGone || undefined}
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
    >
      <td {...cell(0, 'select')}>
        <span className={classes.select}>
          <input
            type="checkbox"
            className={classes.check}
            tabIndex={-1}
            checked={isSelected}
            disabled={!tenant}
            aria-label={t('grid.selectRow', { name })}
            readOnly
          />
          {hasStars && tenant && tenant.id !== '' && (
            <StarButton isStarred={tenant.annotation?.isStarred === true} t={t} />
          )}
        </span>
      </td>
      {fields.map((field, at) =>
        field === 'name' ? (
          <th key={field} {...cell(at + 1, field)} scope="row">
            {isGone ? (
              <span className={classes.gone}>
                {nameContent(at)}
                <GoneMark t={t} />
              </span>
            ) : (
              nameContent(at)
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
