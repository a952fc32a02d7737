import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import type { CommandDialogProps } from '../commands/lazy-dialog.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { AppLogo } from '../ui/app-logo.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { Facts } from '../ui/facts.tsx';
import { aboutQuery } from './about-queries.ts';
import { Licenses } from './licenses.tsx';

/** A dialog with the app's version, the versions of its runtime and the licenses of its packages. */
export function AboutDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { data, error } = useQuery(aboutQuery(call));
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('commands.about')}>
      <Stack gap="lg">
        <Group wrap="nowrap">
          <AppLogo size={44} />
          <div>
            <Text fw={600}>eTelecom Tenants {data?.versions.app}</Text>
            <Text c="dimmed">{t('helpDialogs.ownLicense')}</Text>
          </div>
        </Group>
        {error !== null && <ErrorAlert error={error} />}
        {data === undefined ? (
          error === null && <Skeleton height={220} />
        ) : (
          <>
            <Facts
              // The Chromium test host has no Electron version.
              facts={[
                { name: 'Electron', value: data.versions.electron },
                { name: 'Chromium', value: data.versions.chromium },
                { name: 'Node', value: data.versions.node },
              ].filter(({ value }) => value !== null)}
            />
            <Stack gap="xs" component="section">
              <Title order={3} size="h4">
                {t('helpDialogs.licenses')}
              </Title>
              <Text c="dimmed" size="xs">
                {t('helpDialogs.licensesHint')}
              </Text>
              <Licenses licenses={data.licenses} />
            </Stack>
          </>
        )}
      </Stack>
    </AppDialog>
  );
}
