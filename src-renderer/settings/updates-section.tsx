import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { updateModes } from '../../src-shared/choices.ts';
import { useRunCommand } from '../commands/commands-context.ts';
import { useManaged } from '../managed/managed-context.ts';
import { SegmentedRow } from '../ui/labeled-row.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

interface UpdatesSectionProps {
  preferences: ChangeablePreferences;
  /** Closes the settings, so that the dialog of a check is not behind them. */
  onClose: () => void;
}

/** Settings for newer versions of the app, and a button that looks for one now. */
export function UpdatesSection({ preferences, onClose }: UpdatesSectionProps) {
  const { t } = useTranslation();
  const run = useRunCommand();
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
      <Group>
        <Button
          variant="default"
          disabled={managed.updates === 'off'}
          onClick={() => {
            onClose();
            run('checkForUpdates');
          }}
        >
          {t('commands.checkForUpdates')}
        </Button>
      </Group>
    </>
  );
}
