import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './refresh-control.module.css';

export interface RefreshChoices {
  /** Reads all pages, even if a refresh would read only what is new. */
  onReadAll: () => void;
  /** Refreshes only the tenants that match the filter; `null` if that is not possible. */
  onRefreshThese: (() => void) | null;
}

/** The menu with other ways to refresh the list. */
export function RefreshDropdown({ onReadAll, onRefreshThese }: RefreshChoices) {
  const { t } = useTranslation();
  return (
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
