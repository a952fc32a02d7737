import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestProxyPassword, longestProxyUserName } from '../../src-shared/limits.ts';
import type { ProxyQuestion } from '../../src-shared/proxy-login.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';

interface ProxyDialogProps {
  /** Kept while the dialog closes. */
  question: ProxyQuestion;
  opened: boolean;
}

/** A dialog that asks for the user name and the password for a proxy. */
export function ProxyDialog({ question, opened }: ProxyDialogProps) {
  const { t } = useTranslation();
  const { questionId } = question;
  const call = useCall();
  /** The name that was entered last, in case that only the password was wrong. */
  const [userName, setUserName] = useState('');
  const cancel = useMutation({
    mutationFn: () => call('answerProxy', { questionId, credentials: null }),
  });
  return (
    <AppDialog
      hasInput
      opened={opened}
      onClose={() => cancel.mutate()}
      title={t('proxy.title')}
      size={440}
    >
      <ProxyForm
        key={questionId}
        question={question}
        userName={userName}
        onSignIn={setUserName}
        onCancel={() => cancel.mutate()}
      />
      {cancel.error && <ErrorAlert error={cancel.error} mt="md" />}
    </AppDialog>
  );
}

/** Another dialog behind this one would also close on Escape. */
const keepEscape = { 'data-mantine-stop-propagation': true };

interface ProxyFormProps {
  question: ProxyQuestion;
  userName: string;
  onSignIn: (userName: string) => void;
  onCancel: () => void;
}

/** The password stays in its input: no copy remains in React's state or in a mutation when the dialog is closed. */
function ProxyForm({ question, userName, onSignIn, onCancel }: ProxyFormProps) {
  const { t } = useTranslation();
  const call = useCall();
  const userNameRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const { questionId, proxy, wasRefused } = question;
  const signIn = useMutation({
    mutationFn: () =>
      call('answerProxy', {
        questionId,
        credentials: {
          userName: userNameRef.current?.value ?? '',
          password: passwordRef.current?.value ?? '',
        },
      }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (signIn.isPending) return;
        onSignIn(userNameRef.current?.value ?? '');
        signIn.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Stack gap="md">
        {wasRefused && (
          <Alert color="red" py="xs" icon={<IconAlertTriangle size={18} />}>
            {t('proxy.refused')}
          </Alert>
        )}
        <Text size="sm">{t('proxy.introduction', { proxy })}</Text>
        <TextInput
          ref={userNameRef}
          label={t('proxy.userName')}
          defaultValue={userName}
          required
          withAsterisk={false}
          maxLength={longestProxyUserName}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={userName === '' || undefined}
          {...keepEscape}
        />
        <PasswordInput
          ref={passwordRef}
          label={t('proxy.password')}
          description={t('proxy.promise')}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={longestProxyPassword}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={userName !== '' || undefined}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': t('proxy.showPassword') }}
          {...keepEscape}
        />
        {signIn.error && <ErrorAlert error={signIn.error} />}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onCancel} {...keepEscape}>
            {t('screens.common.cancel')}
          </Button>
          <SteadyButton type="submit" isPending={signIn.isPending} {...keepEscape}>
            {t('proxy.signIn')}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}
