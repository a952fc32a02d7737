import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { updateModes } from '../../src-shared/choices.ts';
import { SegmentedRow } from '../ui/labeled-row.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

/** Settings for newer versions of the app. */
export function UpdatesSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const mode = preferences.preferences.updates;
  return (
    <>
      <SegmentedRow
        label={t('settings.updates')}
        data={updateModes.map((value) => ({ value, label: t(`settings.updateModes.${value}`) }))}
        value={mode}
        onChange={(updates) => preferences.changePreferences({ updates })}
      />
      <Text c="dimmed" size="xs">
        {t(`settings.updateModeHints.${mode}`)}
      </Text>
    </>
  );
}
