import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { fieldName, type ExtraColumn } from '../values/field-name.ts';
import { columnsOf, isDefault, isVisible, toggleField } from './layout.ts';
import type { GridLayout } from './use-grid-layout.ts';

interface ColumnsMenuProps {
  gridLayout: GridLayout;
  /** Columns besides the fields of tenants. */
  extraColumns: readonly ExtraColumn[];
}

/** A menu that shows and hides columns, and restores the default columns. */
export function ColumnsMenu({ gridLayout, extraColumns }: ColumnsMenuProps) {
  const { t } = useTranslation();
  const { layout, setLayout, resetColumns } = gridLayout;
  return (
    <Menu
      position="bottom-end"
      width={230}
      shadow="md"
      classNames={checkboxMenu}
      transitionProps={{ duration: 80 }}
    >
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />}>
          {t('grid.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columnsOf(layout, extraColumns).map((field) => (
          <Menu.CheckboxItem
            key={field}
            checked={isVisible(layout, field)}
            // The name is always visible, because it identifies the rows.
            disabled={field === 'name'}
            onChange={() => setLayout(toggleField(layout, field))}
          >
            {fieldName(t, field)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={isDefault(layout)} onClick={resetColumns}>
          {t('grid.column.reset')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
