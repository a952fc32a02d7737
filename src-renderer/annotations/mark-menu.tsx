import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Later } from '../ui/later.tsx';
import type { MarkedTenants } from './marked-tenants.ts';

const MarkDropdown = lazy(async () => ({
  default: (await import('./mark-dropdown.tsx')).MarkDropdown,
}));

/** A button with a menu that changes the annotations of the selected tenants. */
export function MarkMenu({ marked }: { marked: MarkedTenants }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Menu position="top-start" shadow="md" width={230} opened={isOpen} onChange={setIsOpen}>
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
      <Later isWanted={isOpen}>
        <MarkDropdown marked={marked} />
      </Later>
    </Menu>
  );
}
