import { Alert, Box, Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { ConnectionForm } from '../connection/connection-form.tsx';
import type { AccountConnection } from '../connection/use-connection.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ConnectionFacts } from './connection-facts.tsx';
import { ForgetConfirmation } from './forget-confirmation.tsx';

interface ConnectionSectionProps {
  connection: AccountConnection;
  /** Told when there is no connection any more. */
  onLeave: () => void;
}

/** What the app is connected to, and testing, replacing and forgetting the key. */
export function ConnectionSection({ connection, onLeave }: ConnectionSectionProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { account, connected, forget } = connection;
  const [open, setOpen] = useState<'form' | 'confirmation' | 'replaced' | null>(null);
  /** Which button was pressed last: the keyboard returns to it when what it opened is closed. */
  const [pressed, setPressed] = useState<'form' | 'confirmation' | null>(null);
  const test = useMutation({
    mutationFn: () => call('testConnection', { accountId: account.accountId }),
  });
  const current = account.connection;
  if (current === null) return null;
  const isSample = current.kind === 'sample';
  const leave = () => forget.mutate(undefined, { onSuccess: onLeave });
  const show = (next: typeof open) => {
    test.reset();
    forget.reset();
    setOpen(next);
    if (next === 'form' || next === 'confirmation') setPressed(next);
  };

  return (
    <div>
      <ConnectionFacts connection={current} />
      {open === 'form' ? (
        <Box mt="md">
          <ConnectionForm
            account={account}
            onConnected={(next) => {
              connected(next);
              show('replaced');
            }}
            onCancel={() => show(null)}
          />
        </Box>
      ) : open === 'confirmation' ? (
        <ForgetConfirmation
          forgetting={forget.isPending}
          onForget={leave}
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
            {t(isSample ? 'screens.connection.useYourKey' : 'screens.settings.replaceKey')}
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
            color={isSample ? 'gray' : 'red'}
            ml="auto"
            autoFocus={pressed === 'confirmation'}
            loading={forget.isPending}
            onClick={() => (isSample ? leave() : show('confirmation'))}
          >
            {t(isSample ? 'screens.settings.leaveSampleData' : 'screens.settings.forget')}
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
