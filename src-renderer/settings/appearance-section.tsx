import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { LanguageControl } from './language-control.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

const colorSchemes = ['auto', 'light', 'dark'] as const;

/** Language and colors, each in force as soon as it is chosen. */
export function AppearanceSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const { language, colorScheme } = preferences.preferences;
  return (
    <>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.language')}</Text>
        <LanguageControl
          size="xs"
          value={language}
          onChange={(chosen) => preferences.changePreferences({ language: chosen })}
        />
      </Group>
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.settings.colorScheme')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.settings.colorScheme')}
          data={colorSchemes.map((value) => ({ value, label: t(`screens.settings.${value}`) }))}
          value={colorScheme}
          onChange={(chosen) => preferences.changePreferences({ colorScheme: chosen })}
        />
      </Group>
      {preferences.saveError && <ErrorAlert error={preferences.saveError} />}
    </>
  );
}
