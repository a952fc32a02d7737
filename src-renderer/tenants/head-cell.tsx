import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { DragEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { ColumnField } from '../layout/layout.ts';
import { useClock } from '../ui/clock-context.ts';
import { fieldName } from './field-name.ts';
import classes from './tenant-table.module.css';

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

interface HeadCellProps {
  field: ColumnField;
  isTabStop: boolean;
  canSort: boolean;
  sort: readonly Sort[];
  onSort: (isAdded: boolean) => void;
  /** On which side of it a column that is being dragged would go. */
  drop: 'before' | 'after' | null;
  /** `null` where nothing can be moved. */
  drag: {
    onDragStart: (event: DragEvent<HTMLElement>) => void;
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
    onDragEnd: () => void;
  } | null;
  onResizeStart: (event: PointerEvent<HTMLElement>) => void;
}

/** A column's header: a click sorts, dragging it moves the column, and dragging its edge makes it wider. */
export function HeadCell(props: HeadCellProps) {
  const { field, isTabStop, canSort, sort, onSort, drop, drag, onResizeStart } = props;
  const { t } = useTranslation();
  const clock = useClock();
  const place = sort.findIndex((one) => one.field === field);
  const direction = sort[place]?.direction ?? 'none';
  const Icon = icons[direction];
  const name = fieldName(t, field, clock);
  return (
    <th
      scope="col"
      data-column={field}
      data-drop={drop ?? undefined}
      data-sorted={place >= 0 || undefined}
      // Of several headers one at a time: https://www.w3.org/TR/wai-aria-1.2/#aria-sort
      aria-sort={canSort ? (place <= 0 ? direction : 'none') : undefined}
      tabIndex={isTabStop ? 0 : -1}
      draggable={drag !== null && field !== 'name'}
      {...drag}
    >
      {canSort ? (
        <UnstyledButton
          className={classes.sort}
          tabIndex={-1}
          onClick={(event) => onSort(event.shiftKey)}
        >
          <span className={classes.headName}>{name}</span>
          <Icon size={14} aria-hidden="true" />
          {sort.length > 1 && place >= 0 && <span aria-hidden="true">{place + 1}</span>}
          {place > 0 && direction !== 'none' && (
            <VisuallyHidden>
              {t('grid.second', { direction: t(`grid.${direction}`) })}
            </VisuallyHidden>
          )}
        </UnstyledButton>
      ) : (
        name
      )}
      <span
        className={classes.edge}
        aria-hidden="true"
        onPointerDown={onResizeStart}
        // Or the whole header would be dragged away by its edge.
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </th>
  );
}
