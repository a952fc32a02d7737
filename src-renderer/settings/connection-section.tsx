import { Alert, Box, Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerAccount } from '../../src-shared/account.ts';
import type { Accounts } from '../accounts/use-accounts.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ConnectionForm } from '../connection/connection-form.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ForgetConfirmation } from './forget-confirmation.tsx';

interface ConnectionSectionProps {
  account: PartnerAccount;
  accounts: Accounts;
  /** Told when there is no connection any more. */
  onLeave: () => void;
}

/** Testing, replacing and forgetting the key of an account. */
export function ConnectionSection({ account, accounts, onLeave }: ConnectionSectionProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { accountId, baseUrl } = account;
  const [open, setOpen] = useState<'form' | 'confirmation' | 'replaced' | null>(null);
  /** Which button was pressed last: the keyboard returns to it when what it opened is closed. */
  const [pressed, setPressed] = useState<'form' | 'confirmation' | null>(null);
  const test = useMutation({ mutationFn: () => call('testConnection', { accountId }) });
  const forget = useMutation({
    mutationFn: () => call('forgetConnection', { accountId }),
    onSuccess: (forgotten) => {
      accounts.connected(forgotten);
      onLeave();
    },
  });
  const show = (next: typeof open) => {
    test.reset();
    forget.reset();
    setOpen(next);
    if (next === 'form' || next === 'confirmation') setPressed(next);
  };

  return (
    <div>
      {open === 'form' ? (
        <Box mt="md">
          <ConnectionForm
            accountId={accountId}
            baseUrl={baseUrl}
            onConnected={(next) => {
              accounts.connected(next);
              show('replaced');
            }}
            onCancel={() => show(null)}
          />
        </Box>
      ) : open === 'confirmation' ? (
        <ForgetConfirmation
          forgetting={forget.isPending}
          onForget={() => forget.mutate()}
          onCancel={() => show(null)}
        />
      ) : (
        <Group gap="xs" mt="md">
          <Button
            size="xs"
            variant="default"
            autoFocus={pressed === 'form'}
            onClick={() => show('form')}
          >
            {t('screens.settings.replaceKey')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            onClick={() => {
              show(null);
              test.mutate();
            }}
          >
            {t('screens.settings.testAgain')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            ml="auto"
            autoFocus={pressed === 'confirmation'}
            onClick={() => show('confirmation')}
          >
            {t('screens.settings.removeKey')}
          </Button>
        </Group>
      )}
      <div role="status">
        {(test.isSuccess || open === 'replaced') && (
          <Alert color="green" mt="md" py="xs" role="presentation" icon={<IconCheck size={18} />}>
            {t(test.isSuccess ? 'screens.settings.testPassed' : 'screens.settings.keyReplaced')}
          </Alert>
        )}
      </div>
      {test.error && <ErrorAlert error={test.error} mt="md" />}
      {forget.error && <ErrorAlert error={forget.error} mt="md" />}
    </div>
  );
}
