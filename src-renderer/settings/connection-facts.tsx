import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../src-shared/account.ts';
import { Facts } from '../ui/facts.tsx';

/** Where the tenants come from, and where the key is kept. */
export function ConnectionFacts({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const facts =
    connection.kind === 'sample'
      ? [
          {
            name: t('screens.settings.source'),
            value: (
              <>
                <Badge variant="light" color="orange" tt="none" mr="xs">
                  {t('screens.connection.sampleData')}
                </Badge>
                {t('screens.settings.sampleDataSource')}
              </>
            ),
          },
        ]
      : [
          { name: t('screens.settings.source'), value: t('screens.settings.partnerApi') },
          { name: t('screens.settings.baseUrl'), value: connection.baseUrl },
          {
            name: t('screens.settings.key'),
            value: t(
              connection.keyStorage === 'keychain'
                ? 'screens.settings.keyInKeychain'
                : 'screens.settings.keyInSession',
            ),
          },
        ];
  return <Facts facts={facts} />;
}
