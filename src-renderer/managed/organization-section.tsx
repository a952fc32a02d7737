import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ManagedSettings } from '../../src-shared/managed-settings.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { Facts } from '../ui/facts.tsx';
import { useManaged } from './managed-context.ts';

/** Returns whether the organization has set something, or tried to. */
export function isManaged(managed: ManagedSettings): boolean {
  const { updates, serverUrl, allowsSampleData, unreadable } = managed;
  return updates !== null || serverUrl !== null || !allowsSampleData || unreadable.length > 0;
}

/** Shows what the organization has set, and what it has set but could not be read. */
export function OrganizationSection() {
  const { t } = useTranslation();
  const { updates, serverUrl, allowsSampleData, unreadable } = useManaged();
  const facts = [
    ...(updates === null
      ? []
      : [{ name: t('settings.updates'), value: t(`settings.updateModes.${updates}`) }]),
    ...(serverUrl === null ? [] : [{ name: t('settings.baseUrl'), value: serverUrl }]),
    ...(allowsSampleData
      ? []
      : [{ name: t('screens.connection.sampleData'), value: t('managed.notAllowed') }]),
  ];
  return (
    <>
      {unreadable.map((path) => (
        <ErrorAlert key={path} color="yellow" error={{ code: 'policy_unreadable', path }} />
      ))}
      {facts.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('managed.setByOrganization')}
          </Text>
          <Facts facts={facts} />
        </>
      )}
    </>
  );
}
