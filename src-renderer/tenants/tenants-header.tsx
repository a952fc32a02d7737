import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../src-shared/account.ts';
import { IconButton } from '../ui/icon-button.tsx';

interface TenantsHeaderProps {
  connection: Connection;
  onSettings: () => void;
  /** What can be done with the list, to the left of the settings. */
  children: ReactNode;
}

/** Where the tenants come from, and what can be done with the list. */
export function TenantsHeader({ connection, onSettings, children }: TenantsHeaderProps) {
  const { t } = useTranslation();
  const isSample = connection.kind === 'sample';
  return (
    <Group component="header" justify="space-between" gap="xs">
      <Group gap="sm">
        <Title order={1} size="h3">
          {t('screens.tenants.title')}
        </Title>
        {isSample ? (
          <>
            <Badge variant="light" color="orange" tt="none" fw={600}>
              {t('screens.connection.sampleData')}
            </Badge>
            <Button size="compact-xs" variant="subtle" onClick={onSettings}>
              {t('screens.connection.useYourKey')}
            </Button>
          </>
        ) : (
          <Text size="xs" c="dimmed" truncate maw={320} title={connection.baseUrl}>
            {URL.parse(connection.baseUrl)?.host ?? connection.baseUrl}
          </Text>
        )}
      </Group>
      <Group gap="xs">
        {children}
        <IconButton label={t('screens.settings.title')} onClick={onSettings}>
          <IconSettings size={16} />
        </IconButton>
      </Group>
    </Group>
  );
}
