import { Fragment, useImperativeHandle, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { Cell } from '../keyboard/next-cell.ts';
import { cellOf } from '../keyboard/use-cell-focus.ts';
import { useList } from '../list/list-provider.tsx';
import { rowRange } from '../list/row-range.ts';
import { countRows, useRows } from '../list/use-rows.ts';
import { useClock } from '../ui/clock-context.ts';
import { describeTime } from '../ui/describe-time.ts';
import { useAgeFormat } from '../ui/use-age-format.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { accountOf } from '../values/account-of.ts';
import { isTenantField, type ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import { RowGap } from './row-gap.tsx';
import { gapsBetween } from './scroll-map.ts';
import { TenantRow } from './tenant-row.tsx';
import classes from './tenant-rows.module.css';
import { useRowPositions } from './use-row-positions.ts';

interface TenantRowsProps {
  /** The scrolling area that contains the grid. */
  area: HTMLElement | null;
  /** In CSS pixels. */
  rowHeight: number;
  /** The cell that Tab reaches. Its row is always rendered. */
  focusedCell: Cell;
  /** The rows answer an earlier request. */
  isStale: boolean;
  /** Set to a function that scrolls to a row where the browser cannot do it, and returns whether it did. */
  scrollToRow: RefObject<((row: number) => boolean) | null>;
}

/**
 * The visible rows of the grid, and gaps as high as the rows that are not rendered. It is a component of its own because
 * only this part renders again while the user scrolls.
 */
export function TenantRows(props: TenantRowsProps) {
  const { area, rowHeight, focusedCell, isStale, scrollToRow } = props;
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const formatAge = useAgeFormat();
  const language = useLanguage();
  const clock = useClock();
  const { accounts, records, shown, source } = useList();
  const { fields, selection } = useGrid();
  const request = shown?.request;
  const count = countRows(shown);
  const firstRow = (shown && rowRange(shown))?.from;
  const { positions, isScrolling, topOf, height, ...scroll } = useRowPositions(area, {
    ...{ count, rowHeight, request },
    focusedRow: focusedCell.row,
  });
  useImperativeHandle(scrollToRow, () => scroll.scrollToRow);
  const rowAt = useRows(positions);
  // Rows that have not been read are not rendered: dragging the scroll bar passes thousands of them. The background of
  // the table replaces them when scrolling stops. Without a graphics card, painting it while scrolling is too slow.
  const rendered = positions.filter(
    (position) => position === focusedCell.row || rowAt(position) !== undefined,
  );
  const gaps = gapsBetween(rendered.map(topOf), rowHeight, height);
  const isWaiting = !isScrolling && rendered.length < positions.length;
  const onMouseOver = ({ target }: MouseEvent) => {
    const over = cellOf(target);
    const element = target instanceof Element ? target.closest<HTMLElement>('td, th') : null;
    if (over === null || element === null) return;
    const field = fields[over.column - 1] ?? 'account';
    const tenant = rowAt(over.row);
    const time = timeOf(tenant, field);
    const value = isTenantField(field) ? (tenant?.[field] ?? null) : null;
    const described =
      time === null ? null : describeTime(time, { now: Date.now(), language, clock });
    const title = described ?? titleOf(element, value);
    if (title === '') element.removeAttribute('title');
    else element.title = title;
  };
  return (
    <tbody
      className={classes.body}
      data-stale={isStale || undefined}
      data-waiting={isWaiting || undefined}
      onMouseOver={onMouseOver}
    >
      {rendered.map((position, index) => {
        const tenant = rowAt(position);
        return (
          <Fragment key={position}>
            <RowGap height={gaps[index] ?? 0} />
            <TenantRow
              tenant={tenant}
              row={position}
              rowIndex={firstRow === undefined ? undefined : firstRow + position + 1}
              fields={fields}
              account={accountOf(accounts, tenant)}
              isSelected={tenant !== undefined && selection.has(tenant)}
              hasStars={source === 'saved' && records === 'tenants'}
              tabStop={focusedCell.row === position ? focusedCell.column : null}
              query={request?.filter.name}
              t={t}
              formatDate={formatDate}
              formatAge={formatAge}
            />
          </Fragment>
        );
      })}
      <RowGap height={gaps.at(-1) ?? 0} />
    </tbody>
  );
}

/** Returns the time that a cell shows; `null` if it shows none. */
function timeOf(tenant: ListedRecord | undefined, field: ColumnField): string | null {
  if (field === 'foundAt') return tenant?.change?.foundAt ?? null;
  if (field === 'age') return tenant?.createdAt ?? null;
  return field === 'createdAt' || field === 'updatedAt' ? (tenant?.[field] ?? null) : null;
}

/**
 * Returns the tooltip of a cell: the whole text if the cell is too narrow for it, else the server's value if it differs
 * from the text.
 */
function titleOf(cell: HTMLElement, value: string | null): string {
  const element = cell.querySelector('button') ?? cell;
  const text = element.textContent.trim();
  if (element.scrollWidth > element.clientWidth) return text;
  return value === null || value.trim() === text ? '' : value;
}
