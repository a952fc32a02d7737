import { useElementSize } from '@mantine/hooks';
import { useImperativeHandle, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { headerRow } from '../keyboard/next-cell.ts';
import { useCellFocus } from '../keyboard/use-cell-focus.ts';
import { useList } from '../list/list-provider.tsx';
import { rowRange } from '../list/row-range.ts';
import { countRows } from '../list/use-rows.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useLasting } from '../ui/use-lasting.ts';
import { useGrid } from './grid-provider.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import { TableHead } from './table-head.tsx';
import { TenantRows } from './tenant-rows.tsx';
import classes from './tenant-table.module.css';
import { selectWidth, useColumnWidths } from './use-column-widths.ts';
import { useGridActions } from './use-grid-actions.ts';

const GridMenu = lazyPart(async () => (await import('./grid-menu.tsx')).GridMenu);

/** The height of a row until it has been measured, in CSS pixels. */
const defaultRowHeight = 36;

/**
 * The grid, in its own scrolling area. It does not use Mantine's table, whose cells are too slow for scrolling and whose
 * columns cannot stick.
 *
 * @param children shown below the header in place of rows.
 */
export function TenantTable({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { records, shown, error, isFetching, isShownStale } = useList();
  const { fields, goToRow } = useGrid();
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const [isSideways, setIsSideways] = useState(false);
  // The height of a row depends on the density, and is measured on an invisible element.
  const { ref: ruler, height: measuredHeight } = useElementSize();
  const rowHeight = measuredHeight === 0 ? defaultRowHeight : measuredHeight;
  const rows = countRows(shown);
  const widths = useColumnWidths(area, rows > 0);
  const scrollToRow = useRef<(row: number) => boolean>(null);
  const focus = useCellFocus(area, {
    ...{ rows, columns: fields.length + 1, scrollToRow },
  });
  useImperativeHandle(goToRow, () => (row: number) => focus.focus({ ...focus.cell, row }));
  const actions = useGridActions({ area, rowHeight, focus, widths });

  const range = shown && rowRange(shown);
  const isSkeleton = shown === null && !error;
  // Fast answers show neither a progress bar nor dimmed rows, so that paging and typing do not flicker.
  const isSlow = useLasting(isFetching || isSkeleton);
  // After an error the old rows are not dimmed, because they stay.
  const isStale = useLasting(isShownStale && error === null);
  return (
    <div
      ref={setArea}
      className={classes.area}
      data-sideways={isSideways || undefined}
      onScroll={({ currentTarget }) => setIsSideways(currentTarget.scrollLeft > 0)}
      role="region"
      aria-label={t('screens.tenants.list', { context: records })}
      style={{ scrollPaddingLeft: selectWidth + (widths.columns[0]?.width ?? 0) }}
    >
      <div ref={ruler} className={classes.ruler} />
      <div className={classes.progress} data-fetching={isSlow || undefined} />
      <table
        role="grid"
        className={classes.table}
        style={{ width: widths.width }}
        aria-label={t('screens.tenants.title', { context: records })}
        aria-busy={isFetching || isSkeleton}
        aria-multiselectable="true"
        // The header counts as a row. -1 means that the number of rows is not known.
        aria-rowcount={range?.total ? range.total + 1 : -1}
        {...actions.handlers}
      >
        <colgroup>
          <col style={{ width: selectWidth }} />
          {widths.columns.map(({ field, width }) => (
            <col key={field} style={{ width }} />
          ))}
        </colgroup>
        <TableHead
          tabStop={focus.cell.row === headerRow ? focus.cell.column : null}
          widths={widths}
        />
        {isSkeleton ? (
          <SkeletonRows rowHeight={rowHeight} />
        ) : (
          <TenantRows
            area={area}
            rowHeight={rowHeight}
            focusedCell={focus.cell}
            isStale={isStale}
            scrollToRow={scrollToRow}
          />
        )}
      </table>
      {children && <div className={classes.instead}>{children}</div>}
      <Later isWanted={actions.menu !== null}>
        <GridMenu actions={actions} />
      </Later>
    </div>
  );
}
