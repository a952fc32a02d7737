import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../src-shared/account-settings.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import { PointMenu, type Point } from '../ui/point-menu.tsx';
import { isMovable, type ColumnField } from '../values/field-name.ts';
import { neighborOf, toggleField } from './layout.ts';

interface ColumnMenuProps {
  at: Point;
  field: ColumnField;
  /** The header of the column. */
  name: string;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** Moves the column to the left (-1) or right (1). */
  onMove: (step: -1 | 1) => void;
  /** Narrows (-1) or widens (1) the column. */
  onResize: (step: -1 | 1) => void;
  /** Makes the column as wide as its content. */
  onFit: () => void;
  /** `null` if the list cannot be sorted by this column. */
  sorting: ColumnSorting | null;
  onClose: () => void;
}

interface ColumnSorting {
  field: Sort['field'];
  /** The column is sorted in the opposite direction of `field`. */
  isReversed: boolean;
  /** How the list is sorted now. */
  sort: readonly Sort[];
  /** The user has chosen this order. */
  isChosen: boolean;
  /** The list can be sorted by a second column. */
  canAdd: boolean;
  onSort: (sort: Sort[] | undefined) => void;
}

/** The context menu of a column. It offers everything that can be done with the mouse, for keyboard users. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { at, field, name, layout, onLayout, onMove, onResize, onFit, sorting, onClose } = props;
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  // The other columns always stay next to the name.
  const moves = isMovable(field)
    ? ([-1, 1] as const).filter((step) => neighborOf(layout, field, step) !== null)
    : [];
  return (
    <PointMenu at={at} label={t('grid.column.menu', { name })} onClose={onClose}>
      {sorting && <SortItems {...sorting} />}
      {moves.map((step) => (
        <Menu.Item
          key={step}
          rightSection={shortcutText(`mod+shift+${step < 0 ? 'ArrowLeft' : 'ArrowRight'}`)}
          onClick={() => onMove(step)}
        >
          {t(step < 0 ? 'grid.column.moveLeft' : 'grid.column.moveRight')}
        </Menu.Item>
      ))}
      {([1, -1] as const).map((step) => (
        <Menu.Item
          key={step}
          closeMenuOnClick={false}
          rightSection={shortcutText(`shift+${step < 0 ? 'ArrowLeft' : 'ArrowRight'}`)}
          onClick={() => onResize(step)}
        >
          {t(step < 0 ? 'grid.column.narrower' : 'grid.column.wider')}
        </Menu.Item>
      ))}
      <Menu.Item onClick={onFit}>{t('grid.column.fit')}</Menu.Item>
      {field !== 'name' && (
        <Menu.Item onClick={() => onLayout(toggleField(layout, field))}>
          {t('grid.column.hide')}
        </Menu.Item>
      )}
    </PointMenu>
  );
}

const bothDirections = ['ascending', 'descending'] as const;

function SortItems({ field, isReversed, sort, isChosen, canAdd, onSort }: ColumnSorting) {
  const { t } = useTranslation();
  const first = sort.find((one) => one.field !== field);
  const isUp = (direction: Sort['direction']) => (direction === 'ascending') !== isReversed;
  // Ascending first.
  const directions = isReversed ? bothDirections.toReversed() : bothDirections;
  const isSorted = isChosen && sort.some((one) => one.field === field);
  return (
    <>
      {directions.map((direction) => (
        <Menu.Item key={direction} onClick={() => onSort([{ field, direction }])}>
          {t(isUp(direction) ? 'grid.column.sortAscending' : 'grid.column.sortDescending')}
        </Menu.Item>
      ))}
      {canAdd &&
        first &&
        directions.map((direction) => (
          <Menu.Item key={direction} onClick={() => onSort([first, { field, direction }])}>
            {t(isUp(direction) ? 'grid.column.alsoAscending' : 'grid.column.alsoDescending')}
          </Menu.Item>
        ))}
      {isSorted && (
        <Menu.Item onClick={() => onSort(first && [first])}>{t('grid.column.unsorted')}</Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}
