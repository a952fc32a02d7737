import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { SampleBadge } from '../accounts/sample-badge.tsx';
import { Facts } from '../ui/facts.tsx';

/** Where the account's tenants come from, and where its key is stored. */
export function ConnectionFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
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
          { name: t('settings.baseUrl'), value: account.baseUrl },
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
