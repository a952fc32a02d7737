import { useState } from 'react';
import type { DragEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../src-shared/account-settings.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { headerRow } from '../keyboard/cell-step.ts';
import { placeField, type ColumnField } from '../layout/layout.ts';
import { HeadCell } from './head-cell.tsx';
import classes from './tenant-table.module.css';

interface TableHeadProps {
  fields: readonly ColumnField[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** A column is being made `width` wide; when it has been, `isEnd`. */
  onResize: (field: ColumnField, width: number, isEnd: boolean) => void;
  sortable: readonly TenantField[];
  sort: readonly Sort[];
  onSort: (field: TenantField, isAdded: boolean) => void;
  /** How much of the page is selected. */
  selected: 'all' | 'some' | 'none';
  onTogglePage: () => void;
  /** The column of the one cell that Tab comes to, when it is in the header. */
  tabStop: number | null;
}

interface Drop {
  field: TenantField;
  target: TenantField;
  side: 'before' | 'after';
}

/** The header row. */
export function TableHead(props: TableHeadProps) {
  const { fields, layout, onLayout, onResize, sortable, sort, onSort, tabStop } = props;
  const { selected, onTogglePage } = props;
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<TenantField | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const endDrag = () => {
    setDragged(null);
    setDrop(null);
  };
  const dragOf = (target: TenantField) => ({
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(target);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (dragged === null) return;
      event.preventDefault();
      const { left, width } = event.currentTarget.getBoundingClientRect();
      const isLeft = event.clientX < left + width / 2 && target !== 'name';
      setDrop({ field: dragged, target, side: isLeft ? 'before' : 'after' });
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      if (drop !== null) onLayout(placeField(layout, drop.field, drop));
      endDrag();
    },
    onDragEnd: endDrag,
  });
  const resize = (field: ColumnField) => (event: PointerEvent<HTMLElement>) => {
    // Neither a drag of the column nor a text selection.
    event.preventDefault();
    const edge = event.currentTarget;
    const startWidth = edge.parentElement?.offsetWidth ?? 0;
    const startX = event.clientX;
    let width = startWidth;
    const onMove = (moved: globalThis.PointerEvent) => {
      width = startWidth + moved.clientX - startX;
      onResize(field, width, false);
    };
    const onEnd = () => {
      edge.removeEventListener('pointermove', onMove);
      onResize(field, width, true);
    };
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener('pointermove', onMove);
    edge.addEventListener('lostpointercapture', onEnd, { once: true });
  };
  return (
    <thead className={classes.head}>
      <tr data-row={headerRow} aria-rowindex={1}>
        <th
          scope="col"
          data-column="select"
          aria-label={t('grid.select')}
          tabIndex={tabStop === 0 ? 0 : -1}
        >
          <input
            ref={(input) => {
              if (input) input.indeterminate = selected === 'some';
            }}
            type="checkbox"
            className={classes.check}
            tabIndex={-1}
            checked={selected === 'all'}
            aria-label={t('grid.selectPage')}
            onChange={onTogglePage}
          />
        </th>
        {fields.map((field, at) => (
          <HeadCell
            key={field}
            field={field}
            isTabStop={tabStop === at + 1}
            canSort={field !== 'account' && sortable.includes(field)}
            sort={sort}
            onSort={(isAdded) => {
              if (field !== 'account') onSort(field, isAdded);
            }}
            drop={drop?.target === field && drop.field !== field ? drop.side : null}
            drag={field === 'account' ? null : dragOf(field)}
            onResizeStart={resize(field)}
          />
        ))}
      </tr>
    </thead>
  );
}
