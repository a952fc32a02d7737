import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../src-shared/account-settings.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { useShortcutText } from '../commands/use-shortcut-text.ts';
import type { Point } from '../ui/point-menu.tsx';
import { PointMenu } from '../ui/point-menu.tsx';
import { neighborOf, toggleField, type ColumnField } from './layout.ts';

interface ColumnMenuProps {
  at: Point;
  field: ColumnField;
  /** What the column is called. */
  name: string;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** Moves the column by one place. */
  onMove: (step: -1 | 1) => void;
  /** Makes the column so much wider, or narrower. */
  onResize: (by: -1 | 1) => void;
  /** `null` where the list cannot be sorted by this column. */
  sorting: {
    field: TenantField;
    sort: readonly Sort[];
    /** Whether the list can be sorted by another column first. */
    canAdd: boolean;
    onSort: (sort: Sort[] | undefined) => void;
  } | null;
  onClose: () => void;
}

/** Everything that can be done with a column, also by whoever has no mouse to drag it with. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { at, field, name, layout, onLayout, onMove, onResize, sorting, onClose } = props;
  const { t } = useTranslation();
  const shortcutText = useShortcutText();
  const first = sorting?.sort.find((sort) => sort.field !== field);
  const isSorted = sorting?.sort.some((sort) => sort.field === field) ?? false;
  // Whose a tenant is stays beside its name: together they tell the rows apart.
  const moves =
    field === 'account'
      ? []
      : ([-1, 1] as const).filter((step) => neighborOf(layout, field, step) !== null);
  return (
    <PointMenu at={at} label={t('grid.column.menu', { name })} onClose={onClose}>
      {sorting && (
        <>
          {(['ascending', 'descending'] as const).map((direction) => (
            <Menu.Item
              key={direction}
              onClick={() => sorting.onSort([{ field: sorting.field, direction }])}
            >
              {t(
                direction === 'ascending'
                  ? 'grid.column.sortAscending'
                  : 'grid.column.sortDescending',
              )}
            </Menu.Item>
          ))}
          {sorting.canAdd &&
            first &&
            (['ascending', 'descending'] as const).map((direction) => (
              <Menu.Item
                key={direction}
                onClick={() => sorting.onSort([first, { field: sorting.field, direction }])}
              >
                {t(
                  direction === 'ascending'
                    ? 'grid.column.alsoAscending'
                    : 'grid.column.alsoDescending',
                )}
              </Menu.Item>
            ))}
          {isSorted && (
            <Menu.Item onClick={() => sorting.onSort(first && [first])}>
              {t('grid.column.unsorted')}
            </Menu.Item>
          )}
          <Menu.Divider />
        </>
      )}
      {moves.map((step) => (
        <Menu.Item
          key={step}
          rightSection={shortcutText(`mod+shift+${step < 0 ? 'ArrowLeft' : 'ArrowRight'}`)}
          onClick={() => onMove(step)}
        >
          {t(step < 0 ? 'grid.column.moveLeft' : 'grid.column.moveRight')}
        </Menu.Item>
      ))}
      <Menu.Item
        closeMenuOnClick={false}
        rightSection={shortcutText('shift+ArrowRight')}
        onClick={() => onResize(1)}
      >
        {t('grid.column.wider')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        rightSection={shortcutText('shift+ArrowLeft')}
        onClick={() => onResize(-1)}
      >
        {t('grid.column.narrower')}
      </Menu.Item>
      {field !== 'name' && (
        <Menu.Item onClick={() => onLayout(toggleField(layout, field))}>
          {t('grid.column.hide')}
        </Menu.Item>
      )}
    </PointMenu>
  );
}
