import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountConnection } from '../connection/use-connection.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import type { ChangeablePreferences } from './use-preferences.ts';

interface SettingsProps {
  opened: boolean;
  onClose: () => void;
  connection: AccountConnection;
  preferences: ChangeablePreferences;
}

/** The connection and its key, refreshing, language and colors. */
export function Settings({ opened, onClose, connection, preferences }: SettingsProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.settings.title')}>
      <Stack gap="xl">
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('screens.settings.connection')}
          </Title>
          <ConnectionSection connection={connection} onLeave={onClose} />
        </Stack>
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('screens.settings.savedList')}
          </Title>
          <RefreshSection preferences={preferences} />
        </Stack>
        <Stack gap="sm" component="section">
          <Title order={3} size="h4">
            {t('screens.settings.appearance')}
          </Title>
          <AppearanceSection preferences={preferences} />
        </Stack>
      </Stack>
    </AppDialog>
  );
}
