import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Later } from '../ui/later.tsx';
import classes from './refresh-control.module.css';
import type { RefreshChoices } from './refresh-dropdown.tsx';

const RefreshDropdown = lazy(async () => ({
  default: (await import('./refresh-dropdown.tsx')).RefreshDropdown,
}));

interface RefreshControlProps extends RefreshChoices {
  isRunning: boolean;
  onRefresh: () => void;
}

/**
 * The button that refreshes the list, and a menu with other ways to do so. During a refresh both keep their place and do
 * nothing, so that a double click does not do two things.
 */
export function RefreshControl(props: RefreshControlProps) {
  const { isRunning, onRefresh, onReadAll, onRefreshThese } = props;
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
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
      <Menu
        position="bottom-end"
        shadow="md"
        width={270}
        disabled={isRunning}
        opened={isOpen}
        onChange={setIsOpen}
      >
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
        <Later isWanted={isOpen}>
          <RefreshDropdown onReadAll={onReadAll} onRefreshThese={onRefreshThese} />
        </Later>
      </Menu>
    </Button.Group>
  );
}
