import { Divider, Group, Title } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';

interface TenantsHeaderProps {
  /** Whose tenants these are, and the way to the other accounts. */
  switcher: ReactNode;
  onSettings: () => void;
  /** What can be done with the list, to the left of the settings. */
  children: ReactNode;
}

/** Whose tenants these are, and what can be done with the list. */
export function TenantsHeader({ switcher, onSettings, children }: TenantsHeaderProps) {
  const { t } = useTranslation();
  return (
    <Group component="header" justify="space-between" gap="xs">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Title order={1} size="h3">
          {t('screens.tenants.title')}
        </Title>
        <Divider orientation="vertical" />
        {switcher}
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
