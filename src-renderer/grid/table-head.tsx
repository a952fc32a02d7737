import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovableColumn } from '../../src-shared/tenant-fields.ts';
import { headerRow } from '../keyboard/next-cell.ts';
import { placeField } from '../layout/layout.ts';
import { isMovable } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import { HeadCell } from './head-cell.tsx';
import classes from './table-head.module.css';
import rowClasses from './tenant-row.module.css';
import type { ColumnWidths } from './use-column-widths.ts';

interface TableHeadProps {
  /** The column of the cell that Tab reaches; `null` if it is not in the header. */
  tabStop: number | null;
  widths: ColumnWidths;
}

/** The place where a dragged column would be dropped. */
interface Drop {
  field: MovableColumn;
  target: MovableColumn;
  side: 'before' | 'after';
}

/** The header row of the grid. */
export function TableHead({ tabStop, widths }: TableHeadProps) {
  const { t } = useTranslation();
  const { gridLayout, fields, selection } = useGrid();
  const { layout, setLayout } = gridLayout;
  const [dragged, setDragged] = useState<MovableColumn | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const endDrag = () => {
    setDragged(null);
    setDrop(null);
  };
  const dragHandlersOf = (target: MovableColumn) => ({
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
      if (drop !== null) setLayout(placeField(layout, drop.field, drop));
      endDrag();
    },
    onDragEnd: endDrag,
  });
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
              if (input) input.indeterminate = selection.ofPage === 'some';
            }}
            type="checkbox"
            className={rowClasses.check}
            tabIndex={-1}
            checked={selection.ofPage === 'all'}
            aria-label={t('grid.selectPage')}
            onChange={selection.togglePage}
          />
        </th>
        {fields.map((field, at) => (
          <HeadCell
            key={field}
            field={field}
            isTabStop={tabStop === at + 1}
            dropSide={drop?.target === field && drop.field !== field ? drop.side : null}
            dragHandlers={isMovable(field) ? dragHandlersOf(field) : null}
            widths={widths}
          />
        ))}
      </tr>
    </thead>
  );
}
