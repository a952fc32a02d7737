import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { LanguageControl } from '../ui/language-control.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionScreen } from './connection-screen.tsx';
import { SampleDataOffer } from './sample-data-offer.tsx';

interface WelcomeScreenProps {
  defaultBaseUrl: string;
  onAdded: (account: Account) => void;
  onShowAccount: (accountId: string) => void;
  language: Preferences['language'];
  onLanguage: (language: Preferences['language']) => void;
}

/** The screen of the first start. It connects an account or opens the sample data. */
export function WelcomeScreen(props: WelcomeScreenProps) {
  const { defaultBaseUrl, onAdded, onShowAccount, language, onLanguage } = props;
  const { t } = useTranslation();
  return (
    <ConnectionScreen
      title={t('screens.connection.title')}
      introduction={t('screens.connection.introduction')}
    >
      <Paper withBorder p="lg" radius="lg">
        <ConnectionForm
          baseUrl={defaultBaseUrl}
          onConnected={onAdded}
          onShowAccount={onShowAccount}
        />
        <SampleDataOffer onAdded={onAdded} />
      </Paper>
      <LanguageControl size="xs" value={language} onChange={onLanguage} mx="auto" />
    </ConnectionScreen>
  );
}
