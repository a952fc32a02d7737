import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { columnName, type ExtraColumn } from '../values/field-name.ts';
import { columnsOf, isDefault, isVisible, toggleField } from './layout.ts';
import type { GridLayout } from './use-grid-layout.ts';

export interface ColumnsMenuProps {
  gridLayout: GridLayout;
  /** Columns besides the fields of tenants. */
  extraColumns: readonly ExtraColumn[];
  /** Whether hotlines are saved. Without them, their column is not offered. */
  hasHotlines: boolean;
}

/** The menu that shows and hides columns, and restores the default columns. */
export function ColumnsDropdown({ gridLayout, extraColumns, hasHotlines }: ColumnsMenuProps) {
  const { t } = useTranslation();
  const { layout, setLayout, resetColumns } = gridLayout;
  const columns = columnsOf(layout, extraColumns).filter(
    (field) => field !== 'hotlines' || hasHotlines || isVisible(layout, field),
  );
  return (
    <Menu.Dropdown>
      {columns.map((field) => (
        <Menu.CheckboxItem
          key={field}
          checked={isVisible(layout, field)}
          // The name is always visible, because it identifies the rows.
          disabled={field === 'name'}
          onChange={() => setLayout(toggleField(layout, field))}
        >
          {columnName(t, field)}
        </Menu.CheckboxItem>
      ))}
      <Menu.Divider />
      <Menu.Item disabled={isDefault(layout)} onClick={resetColumns}>
        {t('grid.column.reset')}
      </Menu.Item>
    </Menu.Dropdown>
  );
}
