import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './refresh-control.module.css';

interface RefreshControlProps {
  isRunning: boolean;
  onRefresh: () => void;
  /** Reads all pages, even if a refresh would read only what is new. */
  onReadAll: () => void;
  /** Refreshes only the tenants that match the filter; `null` if that is not possible. */
  onRefreshThese: (() => void) | null;
}

/**
 * The button that refreshes the list, and a menu with other ways to do so. During a refresh both keep their place and do
 * nothing, so that a double click does not do two things.
 */
export function RefreshControl(props: RefreshControlProps) {
  const { isRunning, onRefresh, onReadAll, onRefreshThese } = props;
  const { t } = useTranslation();
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
      <Menu position="bottom-end" shadow="md" width={270} disabled={isRunning}>
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
        <Menu.Dropdown>
          <Choice
            label={t('screens.refresh.whole')}
            hint={t('screens.refresh.wholeHint')}
            onChoose={onReadAll}
          />
          {onRefreshThese && (
            <Choice
              label={t('screens.tenants.refreshThese')}
              hint={t('screens.refresh.theseHint')}
              onChoose={onRefreshThese}
            />
          )}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

interface ChoiceProps {
  label: string;
  hint: string;
  onChoose: () => void;
}

function Choice({ label, hint, onChoose }: ChoiceProps) {
  return (
    <Menu.Item fz="xs" aria-label={label} aria-description={hint} onClick={onChoose}>
      {label}
      <div className={classes.hint}>{hint}</div>
    </Menu.Item>
  );
}
