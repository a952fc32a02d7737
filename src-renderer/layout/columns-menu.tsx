import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { columnsOf, isDefault, isVisible, toggleField } from './layout.ts';
import type { Laying } from './use-layout.ts';

/** Which columns are on screen, and the way back to the layout the app comes with. */
export function ColumnsMenu({
  laying,
  showsAllAccounts,
}: {
  laying: Laying;
  showsAllAccounts: boolean;
}) {
  const { t } = useTranslation();
  const { layout, set, reset } = laying;
  return (
    <Menu position="bottom-end" width={230} shadow="md" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />}>
          {t('grid.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columnsOf(layout, showsAllAccounts).map((field) => (
          <Menu.CheckboxItem
            key={field}
            checked={isVisible(layout, field)}
            // Without the name nobody could tell the rows apart.
            disabled={field === 'name'}
            onChange={() => set(toggleField(layout, field))}
          >
            {field === 'account' ? t('tenants.account') : t(`tenants.fields.${field}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={isDefault(layout)} onClick={reset}>
          {t('grid.column.reset')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
