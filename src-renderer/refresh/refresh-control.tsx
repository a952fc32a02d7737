import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useLaterMenu } from '../ui/use-later-menu.ts';
import classes from './refresh-control.module.css';
import type { RefreshChoices } from './refresh-dropdown.tsx';

const RefreshDropdown = lazyPart(
  async () => (await import('./refresh-dropdown.tsx')).RefreshDropdown,
);

interface RefreshControlProps {
  isRunning: boolean;
  onRefresh: () => void;
  /** `null` for hotlines, which are always read in full. */
  choices: RefreshChoices | null;
}

/**
 * The button that refreshes the list, and a menu with other ways to do so. During a refresh both keep their place and do
 * nothing, so that a double click does not do two things.
 */
export function RefreshControl({ isRunning, onRefresh, choices }: RefreshControlProps) {
  const { t } = useTranslation();
  const { menu, later } = useLaterMenu();
  // Not `disabled`, because a disabled button loses the focus.
  const busy = { 'aria-disabled': isRunning, ...(isRunning && { 'data-disabled': true }) };
  return (
    <Button.Group>
      <Button
        {...busy}
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} className={isRunning ? classes.turning : undefined} />}
        onClick={() => {
          if (!isRunning) onRefresh();
        }}
      >
        {t('screens.tenants.refresh')}
      </Button>
      {choices && (
        <Menu position="bottom-end" shadow="md" width={270} disabled={isRunning} {...menu}>
          <Menu.Target>
            <Button
              {...busy}
              size="xs"
              px={6}
              variant="default"
              aria-label={t('screens.refresh.more')}
            >
              <IconChevronDown size={14} />
            </Button>
          </Menu.Target>
          <Later {...later}>
            <RefreshDropdown {...choices} />
          </Later>
        </Menu>
      )}
    </Button.Group>
  );
}
