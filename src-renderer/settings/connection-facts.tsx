import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { useManaged } from '../managed/managed-context.ts';
import { SampleBadge } from '../accounts/sample-badge.tsx';
import { Facts } from '../ui/facts.tsx';

/** Where the account's tenants come from, and where its key is stored. */
export function ConnectionFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { serverUrl } = useManaged();
  const facts =
    account.kind === 'sample'
      ? [
          {
            name: t('settings.source'),
            value: (
              <>
                <SampleBadge /> {t('settings.sampleDataSource')}
              </>
            ),
          },
        ]
      : [
          { name: t('settings.source'), value: t('settings.partnerApi') },
          {
            name: t('settings.baseUrl'),
            value: (
              <>
                {account.baseUrl}
                {serverUrl !== null && (
                  <Text size="xs" c="dimmed">
                    {account.baseUrl === serverUrl
                      ? t('managed.setByOrganization')
                      : t('managed.otherAddress', { url: serverUrl })}
                  </Text>
                )}
              </>
            ),
          },
          {
            name: t('settings.key'),
            value:
              account.keyStorage === null
                ? t('settings.noKey')
                : account.keyStorage === 'keychain'
                  ? t('settings.keyInKeychain')
                  : t('settings.keyInSession'),
          },
        ];
  return <Facts facts={facts} />;
}
