import { Button, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useLaterMenu } from '../ui/use-later-menu.ts';
import type { MarkedTenants } from './marked-tenants.ts';

const MarkDropdown = lazyPart(async () => (await import('./mark-dropdown.tsx')).MarkDropdown);

/** A button with a menu that changes the annotations of the selected tenants. */
export function MarkMenu({ marked }: { marked: MarkedTenants }) {
  const { t } = useTranslation();
  const { menu, later } = useLaterMenu();
  return (
    <Menu position="top-start" shadow="md" width={230} {...menu}>
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
      <Later {...later}>
        <MarkDropdown marked={marked} />
      </Later>
    </Menu>
  );
}
