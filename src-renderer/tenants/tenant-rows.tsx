import { Fragment } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import type { Cell } from '../keyboard/cell-step.ts';
import { cellOf } from '../keyboard/use-cell-focus.ts';
import type { ColumnField } from '../layout/layout.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { accountOf } from './account-of.ts';
import type { ShownPage } from './list-state.ts';
import { RowGap } from './row-gap.tsx';
import { rowRange } from './row-range.ts';
import { TenantRow } from './tenant-row.tsx';
import classes from './tenant-table.module.css';
import { useRowPlaces } from './use-row-places.ts';
import { countRows, useRows } from './use-rows.ts';

interface TenantRowsProps {
  accountKey: AccountKey;
  /** The scrolling element that the grid is in. */
  area: HTMLElement | null;
  /** `null` when nothing could be asked. */
  shown: ShownPage | null;
  /** The saved list is being filled right now. */
  isGrowing: boolean;
  /** In CSS pixels. */
  rowHeight: number;
  fields: readonly ColumnField[];
  /** Where all accounts' lists are shown as one, whose the tenants can be. */
  accounts: readonly Account[] | null;
  isSelected: (tenant: Tenant) => boolean;
  /** The one that Tab comes to. */
  cell: Cell;
  /** The rows are those of an earlier question. */
  stale: boolean;
}

/**
 * The rows of the grid that are in sight; where some between are not drawn, there is a gap as high as they are. Apart
 * from the rest of the grid, because they alone follow every step of a scroll.
 */
export function TenantRows(props: TenantRowsProps) {
  const { accountKey, area, shown, isGrowing, rowHeight, fields, accounts, isSelected } = props;
  const { cell, stale } = props;
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  const asked = shown?.asked;
  const count = countRows(shown);
  const firstRow = (shown && rowRange(shown))?.from;
  const { places, isScrolling } = useRowPlaces(area, {
    count,
    rowHeight,
    keptRow: cell.row,
    asked,
  });
  const at = useRows(accountKey, shown, { places, isGrowing });
  // Those on their way are not: while the bar is dragged they pass by the thousand. The table's background stands for
  // them, and only at a stop, because to paint it costs a computer without a graphics card more than all the rest.
  const drawn = places.filter((place) => place === cell.row || at(place) !== undefined);
  const isWaiting = !isScrolling && drawn.length < places.length;
  const onMouseOver = ({ target }: MouseEvent) => {
    const over = cellOf(target);
    const element = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
    if (over === null || element === null) return;
    const field = fields[over.column - 1] ?? 'account';
    const written = field === 'account' ? null : (at(over.row)?.[field] ?? null);
    const title = titleOf(element, written);
    if (title === '') element.removeAttribute('title');
    else element.title = title;
  };
  return (
    <tbody
      className={classes.body}
      data-stale={stale || undefined}
      data-waiting={isWaiting || undefined}
      onMouseOver={onMouseOver}
    >
      {drawn.map((place, index) => {
        const tenant = at(place);
        return (
          <Fragment key={place}>
            <RowGap height={(place - (drawn[index - 1] ?? -1) - 1) * rowHeight} />
            <TenantRow
              tenant={tenant}
              row={place}
              rowIndex={firstRow === undefined ? undefined : firstRow + place + 1}
              fields={fields}
              account={accountOf(accounts, tenant)}
              isSelected={tenant !== undefined && isSelected(tenant)}
              tabStop={cell.row === place ? cell.column : null}
              query={asked?.filter.name}
              t={t}
              dateFormat={dateFormat}
            />
          </Fragment>
        );
      })}
      <RowGap height={(count - (drawn.at(-1) ?? -1) - 1) * rowHeight} />
    </tbody>
  );
}

/**
 * What a cell does not show, in its tooltip: the whole text of one that is too narrow for it, else what the server wrote
 * where that reads otherwise.
 */
function titleOf(cell: HTMLElement, written: string | null): string {
  const shown = cell.querySelector('button') ?? cell;
  const text = shown.textContent.trim();
  if (shown.scrollWidth > shown.clientWidth) return text;
  return written === null || written.trim() === text ? '' : written;
}
