import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { DragEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { useList } from '../list/list-provider.tsx';
import { findSortField, isReversed, nextSort } from '../list/sorting.ts';
import { useClock } from '../ui/clock-context.ts';
import { headerText, type ColumnField } from '../values/field-name.ts';
import { useGrid } from './grid-provider.tsx';
import classes from './table-head.module.css';
import type { ColumnWidths } from './use-column-widths.ts';

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

/** A column that a list can be sorted by. */
type SortedColumn = Extract<Sort['field'], ColumnField>;

interface HeadCellProps {
  field: ColumnField;
  isTabStop: boolean;
  /** The side on which a dragged column would be dropped. */
  dropSide: 'before' | 'after' | null;
  /** `null` if the column cannot be moved, and no column can be dropped next to it. */
  dragHandlers: {
    onDragStart: (event: DragEvent<HTMLElement>) => void;
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
    onDragEnd: () => void;
  } | null;
  widths: Pick<ColumnWidths, 'preview' | 'resize' | 'fit'>;
}

/**
 * The header of a column. A click sorts, dragging it moves the column, and dragging its edge resizes the column. A
 * double-click on the edge fits the content.
 */
export function HeadCell(props: HeadCellProps) {
  const { field, isTabStop, dropSide, dragHandlers, widths } = props;
  const { t } = useTranslation();
  const clock = useClock();
  const { source, request } = useList();
  const { fields } = useGrid();
  const name = headerText(t, field, clock);
  const sortField = findSortField(field, source, request.filter);
  const { position, direction } = sortOf(request.sort, sortField, field);
  // Only one header at a time may have a direction: https://www.w3.org/TR/wai-aria-1.2/#aria-sort
  const hasDirection = position <= 0 && !(field === 'age' && fields.includes('createdAt'));
  return (
    <th
      scope="col"
      data-column={field}
      data-drop={dropSide ?? undefined}
      data-sorted={position >= 0 || undefined}
      aria-sort={sortField === null ? undefined : hasDirection ? direction : 'none'}
      tabIndex={isTabStop ? 0 : -1}
      draggable={dragHandlers !== null && field !== 'name'}
      {...dragHandlers}
    >
      {sortField === null ? name : <SortButton field={sortField} column={field} name={name} />}
      <span
        className={classes.edge}
        aria-hidden="true"
        onPointerDown={(event) =>
          trackResize(event, {
            onMove: (width) => widths.preview(field, width),
            onEnd: (width) => widths.resize(field, width),
          })
        }
        onDoubleClick={() => widths.fit(field)}
        // Without these handlers, dragging the edge would drag the whole header.
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </th>
  );
}

/** The name of a column with its direction. If the list is sorted by two columns, also with the position of this one. */
function SortButton({
  field,
  column,
  name,
}: {
  field: SortedColumn;
  column: ColumnField;
  name: string;
}) {
  const { t } = useTranslation();
  const { source, request, setSort } = useList();
  const { position, direction } = sortOf(request.sort, field, column);
  const isOneOfSeveral = position >= 0 && (request.sort?.length ?? 0) > 1;
  const Icon = icons[direction];
  return (
    <UnstyledButton
      className={classes.sort}
      tabIndex={-1}
      onClick={({ shiftKey }) =>
        setSort(nextSort(request.sort, field, { source, isAdded: shiftKey }))
      }
    >
      <span className={classes.name}>{name}</span>
      <Icon size={14} aria-hidden="true" />
      {isOneOfSeveral && <span aria-hidden="true">{position + 1}</span>}
      {position > 0 && direction !== 'none' && (
        <VisuallyHidden>{t('grid.second', { direction: t(`grid.${direction}`) })}</VisuallyHidden>
      )}
    </UnstyledButton>
  );
}

/** Returns how the list is sorted by a column. The position is -1 if it is not. */
function sortOf(
  sort: readonly Sort[] | undefined,
  field: Sort['field'] | null,
  column: ColumnField,
) {
  const position = sort?.findIndex((one) => one.field === field) ?? -1;
  const direction = sort?.[position]?.direction;
  if (direction === undefined) return { position, direction: 'none' as const };
  const isAscending = (direction === 'ascending') !== isReversed(column);
  return { position, direction: isAscending ? ('ascending' as const) : ('descending' as const) };
}

/** Follows the pointer from the edge of a header, and reports the header's new width in CSS pixels if the edge was moved. */
function trackResize(
  event: PointerEvent<HTMLElement>,
  { onMove, onEnd }: { onMove: (width: number) => void; onEnd: (width: number) => void },
): void {
  // Prevents dragging the column and selecting text.
  event.preventDefault();
  const edge = event.currentTarget;
  const startWidth = edge.parentElement?.offsetWidth ?? 0;
  const startX = event.clientX;
  let width: number | null = null;
  const move = (moved: globalThis.PointerEvent) => {
    // A click can come with a move to the same place.
    if (width === null && moved.clientX === startX) return;
    width = startWidth + moved.clientX - startX;
    onMove(width);
  };
  const end = () => {
    edge.removeEventListener('pointermove', move);
    if (width !== null) onEnd(width);
  };
  edge.setPointerCapture(event.pointerId);
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', end, { once: true });
}
