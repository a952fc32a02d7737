import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MarkItems } from './mark-items.tsx';
import type { MarkedTenants } from './marked-tenants.ts';

/** A button with a menu that changes the annotations of the selected tenants. */
export function MarkMenu({ marked }: { marked: MarkedTenants }) {
  const { t } = useTranslation();
  return (
    <Menu position="top-start" shadow="md" width={230}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          rightSection={<IconChevronUp size={13} />}
          aria-label={t('marks.ofSelected', { count: marked.count })}
        >
          {t('marks.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MarkItems marked={marked} />
      </Menu.Dropdown>
    </Menu>
  );
}
