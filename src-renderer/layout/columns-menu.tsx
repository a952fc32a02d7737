import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { checkboxMenu } from '../ui/menu-checkbox.ts';
import { useLaterMenu } from '../ui/use-later-menu.ts';
import type { ColumnsMenuProps } from './columns-dropdown.tsx';

const ColumnsDropdown = lazyPart(
  async () => (await import('./columns-dropdown.tsx')).ColumnsDropdown,
);

/** A menu that shows and hides columns, and restores the default columns. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { t } = useTranslation();
  const { menu, later } = useLaterMenu();
  return (
    <Menu
      position="bottom-end"
      width={230}
      shadow="md"
      classNames={checkboxMenu}
      transitionProps={{ duration: 80 }}
      {...menu}
    >
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />}>
          {t('grid.columns')}
        </Button>
      </Menu.Target>
      <Later {...later}>
        <ColumnsDropdown {...props} />
      </Later>
    </Menu>
  );
}
