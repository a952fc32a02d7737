import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { headerRow } from '../keyboard/cell-step.ts';
import { useCellFocus } from '../keyboard/use-cell-focus.ts';
import { resizeField, visibleColumns, type ColumnField } from '../layout/layout.ts';
import type { Laying } from '../layout/use-layout.ts';
import type { Selecting } from '../selection/use-selection.ts';
import { useLasting } from '../ui/use-lasting.ts';
import { GridMenu } from './grid-menu.tsx';
import { rowRange } from './row-range.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import { nextSort, sortFields } from './sorting.ts';
import { TableHead } from './table-head.tsx';
import { TenantRows } from './tenant-rows.tsx';
import classes from './tenant-table.module.css';
import type { CopyRows } from './use-copy-rows.ts';
import { useGridActions } from './use-grid-actions.ts';
import type { List } from './use-list.ts';
import { useRowHeight } from './use-row-height.ts';
import { countRows, useRowAt } from './use-rows.ts';

/** Of the column to select rows by, in CSS pixels. */
const selectWidth = 40;

interface TenantTableProps {
  accountKey: AccountKey;
  /** Where all accounts' lists are shown as one, whose the tenants can be. */
  accounts: readonly Account[] | null;
  list: List;
  laying: Laying;
  selecting: Selecting;
  copying: CopyRows;
  /** Told the tenant whose details are wanted. */
  onOpen: (tenant: Tenant) => void;
  /** Shown under the header in place of rows. */
  children?: ReactNode;
}

/**
 * The grid, in a scrolling area of its own. Own markup rather than Mantine's table: cells come and go by the hundred, and
 * header and name column stay in sight.
 */
export function TenantTable(props: TenantTableProps) {
  const { accountKey, accounts, list, laying, selecting, children } = props;
  const { shown, error, isFetching, isShownStale, isGrowing, source } = list;
  const { t } = useTranslation();
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const [isSideways, setIsSideways] = useState(false);

  const [resized, setResized] = useState<{ field: ColumnField; width: number } | null>(null);
  const { layout } = laying;
  const showsAllAccounts = accounts !== null;
  const fields = useMemo(
    () => visibleColumns(layout, showsAllAccounts).map(({ field }) => field),
    [layout, showsAllAccounts],
  );
  const columns = visibleColumns(
    resized ? resizeField(layout, resized.field, resized.width) : layout,
    showsAllAccounts,
  );
  const width = columns.reduce((sum, column) => sum + column.width, selectWidth);

  const count = countRows(shown);
  const range = shown && rowRange(shown);
  const isSkeleton = shown === null && !error;
  // A quick answer comes before the rows have dimmed, so that neither paging nor typing flickers.
  const isSlow = useLasting(isFetching || isSkeleton);
  // After a failure they are what there is to read; the banner says the rest.
  const isStale = useLasting(isShownStale && error === null);
  const focusing = useCellFocus(area, { rows: count, columns: fields.length + 1 });
  const { cell } = focusing;
  const { ruler, rowHeight } = useRowHeight();
  const at = useRowAt(accountKey, shown);
  const sort = list.list.sort ?? [];
  const actions = useGridActions({ ...props, at, count, fields, focusing, rowHeight, area });
  return (
    <div
      ref={setArea}
      className={classes.area}
      data-sideways={isSideways || undefined}
      onScroll={({ currentTarget }) => setIsSideways(currentTarget.scrollLeft > 0)}
      role="region"
      aria-label={t('screens.tenants.list')}
      style={{ scrollPaddingLeft: selectWidth + (columns[0]?.width ?? 0) }}
    >
      <div ref={ruler} className={classes.ruler} />
      <div className={classes.progress} data-fetching={isSlow || undefined} />
      <table
        role="grid"
        className={classes.table}
        style={{
          width: columns.some((column) => column.isFlexible) ? '100%' : width,
          minWidth: width,
        }}
        aria-label={t('screens.tenants.title')}
        aria-busy={isFetching || isSkeleton}
        aria-multiselectable="true"
        // The header is a row too. -1 says that nobody knows yet how many there are.
        aria-rowcount={range?.total ? range.total + 1 : -1}
        onFocus={actions.onFocus}
        onBlur={focusing.onBlur}
        onKeyDown={actions.onKeyDown}
        onMouseDown={actions.onMouseDown}
        onClick={actions.onClick}
        onContextMenu={actions.onContextMenu}
        onCopy={actions.onCopy}
      >
        <colgroup>
          <col style={{ width: selectWidth }} />
          {columns.map(({ field, width: columnWidth, isFlexible }) => (
            <col key={field} style={isFlexible ? undefined : { width: columnWidth }} />
          ))}
        </colgroup>
        <TableHead
          fields={fields}
          layout={layout}
          onLayout={laying.set}
          onResize={(field, wanted, isEnd) => {
            setResized(isEnd ? null : { field, width: wanted });
            if (isEnd) laying.set(resizeField(layout, field, wanted));
          }}
          sortable={sortFields[source]}
          sort={sort}
          onSort={(field, isAdded) => list.setSort(nextSort(sort, field, { source, isAdded }))}
          selected={selecting.ofPage}
          onTogglePage={selecting.togglePage}
          tabStop={cell.row === headerRow ? cell.column : null}
        />
        {isSkeleton ? (
          <SkeletonRows rows={list.list.paging.limit} rowHeight={rowHeight} fields={fields} />
        ) : (
          <TenantRows
            accountKey={accountKey}
            area={area}
            shown={shown}
            isGrowing={isGrowing}
            rowHeight={rowHeight}
            fields={fields}
            accounts={accounts}
            isSelected={selecting.has}
            cell={cell}
            stale={isStale}
          />
        )}
      </table>
      {children && <div className={classes.instead}>{children}</div>}
      <GridMenu {...props} actions={actions} />
    </div>
  );
}
