import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { updateModes } from '../../src-shared/choices.ts';
import { useManaged } from '../managed/managed-context.ts';
import { SegmentedRow } from '../ui/labeled-row.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

/** Settings for newer versions of the app. */
export function UpdatesSection({ preferences }: { preferences: ChangeablePreferences }) {
  const { t } = useTranslation();
  const managed = useManaged();
  const mode = managed.updates ?? preferences.preferences.updates;
  return (
    <>
      <SegmentedRow
        label={t('settings.updates')}
        data={updateModes.map((value) => ({ value, label: t(`settings.updateModes.${value}`) }))}
        value={mode}
        disabled={managed.updates !== null}
        onChange={(updates) => preferences.changePreferences({ updates })}
      />
      <Text c="dimmed" size="xs">
        {managed.updates === null
          ? t(`settings.updateModeHints.${mode}`)
          : t('managed.setByOrganization')}
      </Text>
    </>
  );
}
