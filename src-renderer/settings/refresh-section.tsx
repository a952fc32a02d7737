import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refreshIntervals } from '../../src-shared/choices.ts';
import type { ChangeablePreferences } from './use-preferences.ts';

/** When the app refreshes the saved list without having been asked. */
export function RefreshSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const { refreshOnStart, refreshMinutes } = preferences.preferences;
  return (
    <>
      <Switch
        size="sm"
        labelPosition="left"
        label={t('screens.settings.refreshOnStart')}
        checked={refreshOnStart}
        onChange={(event) =>
          preferences.changePreferences({ refreshOnStart: event.currentTarget.checked })
        }
        styles={{ body: { justifyContent: 'space-between', alignItems: 'center' } }}
      />
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.refreshAutomatically')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.settings.refreshAutomatically')}
          data={refreshIntervals.map((minutes) => ({
            value: minutes,
            label:
              minutes === 0
                ? t('screens.settings.refreshOff')
                : t('screens.settings.refreshMinutes', { count: minutes }),
          }))}
          value={refreshMinutes}
          onChange={(minutes) => preferences.changePreferences({ refreshMinutes: minutes })}
        />
      </Group>
    </>
  );
}
