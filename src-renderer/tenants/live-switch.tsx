import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LiveSwitchProps {
  checked: boolean;
  /** Why the switch is disabled; `null` if it is not. */
  locked: 'offline' | 'nothingSaved' | 'hotlines' | null;
  onChange: (checked: boolean) => void;
}

/** A switch between the saved list and the live list of the server. */
export function LiveSwitch({ checked, locked, onChange }: LiveSwitchProps) {
  const { t } = useTranslation();
  const hints = {
    offline: t('screens.savedList.liveOffline'),
    nothingSaved: t('screens.savedList.liveOnly'),
    hotlines: t('screens.savedList.liveHotlines'),
    none: t('screens.savedList.liveHint'),
  };
  const hint = hints[locked ?? 'none'];
  return (
    <Switch
      size="xs"
      label={t('screens.savedList.live')}
      wrapperProps={{ 'data-hint': hint }}
      aria-description={hint}
      checked={checked}
      disabled={locked !== null}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
