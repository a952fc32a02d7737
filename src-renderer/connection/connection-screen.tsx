import { Button, Divider, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../src-shared/preferences.ts';
import { LanguageControl } from '../settings/language-control.tsx';
import { AppMark } from '../ui/app-mark.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ConnectionForm } from './connection-form.tsx';
import classes from './connection-screen.module.css';
import type { AccountConnection } from './use-connection.ts';

interface ConnectionScreenProps {
  connection: AccountConnection;
  language: Preferences['language'];
  onLanguage: (language: Preferences['language']) => void;
}

/** The first start: one key, one button, or a look around with made-up tenants. */
export function ConnectionScreen({ connection, language, onLanguage }: ConnectionScreenProps) {
  const { t } = useTranslation();
  const { account, connected, connectSampleData } = connection;
  return (
    <main className={classes.screen}>
      <Stack className={classes.column} gap="md">
        <Stack gap={4} align="center" ta="center">
          <AppMark size={40} />
          <Title order={1} size="h2" mt={6}>
            {t('screens.connection.title')}
          </Title>
          <Text c="dimmed">{t('screens.connection.introduction')}</Text>
        </Stack>
        <Paper withBorder p="lg" radius="lg">
          <ConnectionForm account={account} onConnected={connected} />
          <Divider my="sm" label={t('screens.connection.or')} />
          <Button
            fullWidth
            variant="default"
            loading={connectSampleData.isPending}
            onClick={() => connectSampleData.mutate()}
          >
            {t('screens.connection.exploreSampleData')}
          </Button>
          <Text size="xs" c="dimmed" ta="center" mt={6}>
            {t('screens.connection.sampleDataHint')}
          </Text>
          {connectSampleData.error && <ErrorAlert error={connectSampleData.error} mt="md" />}
        </Paper>
        <LanguageControl size="xs" value={language} onChange={onLanguage} mx="auto" />
      </Stack>
    </main>
  );
}
