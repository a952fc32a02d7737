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
            name: t('screens.settings.source'),
            value: (
              <>
                <SampleBadge /> {t('screens.settings.sampleDataSource')}
              </>
            ),
          },
        ]
      : [
          { name: t('screens.settings.source'), value: t('screens.settings.partnerApi') },
          { name: t('screens.settings.baseUrl'), value: account.baseUrl },
          {
            name: t('screens.settings.key'),
            value:
              account.keyStorage === null
                ? t('screens.settings.noKey')
                : account.keyStorage === 'keychain'
                  ? t('screens.settings.keyInKeychain')
                  : t('screens.settings.keyInSession'),
          },
        ];
  return <Facts facts={facts} />;
}
