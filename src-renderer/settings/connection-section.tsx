import { Alert, Box, Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerAccount } from '../../src-shared/account.ts';
import type { Accounts } from '../accounts/use-accounts.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ConnectionForm } from '../connection/connection-form.tsx';
import { useAttempt } from '../connection/use-attempt.ts';
import { Confirmation } from '../ui/confirmation.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { RetryText } from '../ui/retry-text.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';

interface ConnectionSectionProps {
  account: PartnerAccount;
  accounts: Accounts;
  /** Called after the key was removed. */
  onKeyRemoved: () => void;
  onShowAccount: (accountId: string) => void;
}

/** Buttons that replace, test and remove the key of an account, or one that asks for a key. */
export function ConnectionSection(props: ConnectionSectionProps) {
  const { account, accounts, onKeyRemoved, onShowAccount } = props;
  const { t } = useTranslation();
  const call = useCall();
  const { accountId, baseUrl, keyStorage } = account;
  const hasKey = keyStorage !== null;
  const [open, setOpen] = useState<'form' | 'confirmation' | 'replaced' | null>(null);
  /** The button that was pressed last. It gets the focus back when the part it opened is closed. */
  const [pressed, setPressed] = useState<'form' | 'confirmation' | null>(null);
  const test = useAttempt((_: undefined, options) =>
    call('testConnection', { accountId }, options),
  );
  const removeKey = useMutation({
    mutationFn: () => call('removeKey', { accountId }),
    onSuccess: (changed) => {
      accounts.updateConnection(changed);
      setOpen(null);
      onKeyRemoved();
    },
  });
  const show = (next: typeof open) => {
    test.cancel();
    test.reset();
    removeKey.reset();
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
            onConnected={(changed) => {
              accounts.updateConnection(changed);
              show('replaced');
            }}
            onShowAccount={onShowAccount}
            onCancel={() => show(null)}
          />
        </Box>
      ) : open === 'confirmation' ? (
        <Confirmation
          mt="md"
          question={t('settings.removeKeyQuestion')}
          confirmLabel={t('settings.removeKey')}
          isPending={removeKey.isPending}
          onConfirm={() => removeKey.mutate()}
          onCancel={() => show(null)}
        />
      ) : (
        <Group gap="xs" mt="md">
          <Button
            size="xs"
            variant="default"
            autoFocus={pressed === 'form' || (pressed !== null && !hasKey)}
            onClick={() => show('form')}
          >
            {t(hasKey ? 'settings.replaceKey' : 'settings.enterKey')}
          </Button>
          {hasKey && (
            <>
              <SteadyButton
                size="xs"
                variant="default"
                isPending={test.isPending}
                onClick={() => {
                  show(null);
                  test.start(undefined);
                }}
              >
                {t('settings.testAgain')}
              </SteadyButton>
              {test.isSlow && (
                <Button size="xs" variant="default" onClick={test.cancel}>
                  {t('screens.common.cancel')}
                </Button>
              )}
              <Button
                size="xs"
                variant="subtle"
                color="red"
                ml="auto"
                autoFocus={pressed === 'confirmation'}
                onClick={() => show('confirmation')}
              >
                {t('settings.removeKey')}
              </Button>
            </>
          )}
        </Group>
      )}
      <RetryText retry={test.retry} mt="md" />
      <div role="status">
        {(test.isSuccess || open === 'replaced') && (
          <Alert color="green" mt="md" py="xs" role="presentation" icon={<IconCheck size={18} />}>
            {t(test.isSuccess ? 'settings.testPassed' : 'settings.keyReplaced')}
          </Alert>
        )}
      </div>
      {test.error && <ErrorAlert error={test.error} mt="md" />}
      {removeKey.error && <ErrorAlert error={removeKey.error} mt="md" />}
    </div>
  );
}
