import { Fragment } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Cell } from '../keyboard/cell-step.ts';
import type { ColumnField } from '../layout/layout.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { accountOf } from './account-of.ts';
import { TenantRow } from './tenant-row.tsx';
import classes from './tenant-table.module.css';

interface TenantRowsProps {
  /** The rows that are drawn, from 0; where some between are not, there is a gap as high as they are. */
  places: readonly number[];
  at: (place: number) => Tenant | undefined;
  count: number;
  /** In CSS pixels. */
  rowHeight: number;
  fields: readonly ColumnField[];
  /** Where all accounts' lists are shown as one, whose the tenants can be. */
  accounts: readonly Account[] | null;
  /** Where the first row stands in the whole list, from 1; `null` when nobody has counted. */
  firstRow: number | null;
  isSelected: (tenant: Tenant) => boolean;
  /** The one that Tab comes to. */
  cell: Cell;
  query: string | undefined;
  /** The rows are those of an earlier question. */
  stale: boolean;
}

/** The rows of the grid. Each is drawn again only when something of its own has changed. */
export function TenantRows(props: TenantRowsProps) {
  const { places, at, count, rowHeight, fields, accounts, firstRow, isSelected } = props;
  const { cell, query, stale } = props;
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  return (
    <tbody className={classes.body} data-stale={stale || undefined} onMouseOver={titleWhatIsCut}>
      {places.map((place, index) => {
        const tenant = at(place);
        return (
          <Fragment key={place}>
            <Gap height={(place - (places[index - 1] ?? -1) - 1) * rowHeight} />
            <TenantRow
              tenant={tenant}
              row={place}
              rowIndex={firstRow === null ? undefined : firstRow + place + 1}
              fields={fields}
              account={accountOf(accounts, tenant)}
              isSelected={tenant !== undefined && isSelected(tenant)}
              tabStop={cell.row === place ? cell.column : null}
              query={query}
              t={t}
              dateFormat={dateFormat}
            />
          </Fragment>
        );
      })}
      <Gap height={(count - (places.at(-1) ?? count - 1) - 1) * rowHeight} />
    </tbody>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}

/** The whole text of a cell that is too narrow for it, on hover. */
function titleWhatIsCut({ target }: MouseEvent): void {
  const cell = target instanceof Element ? target.closest('th, td') : null;
  if (!(cell instanceof HTMLElement)) return;
  const text = cell.querySelector('button') ?? cell;
  if (text.scrollWidth > text.clientWidth) cell.title = text.textContent.trim();
  else cell.removeAttribute('title');
}
