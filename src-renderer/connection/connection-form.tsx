import { Box, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { maximumNameLength } from '../../src-shared/choices.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { RetryText } from '../ui/retry-text.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { BaseUrlField } from './base-url-field.tsx';
import { fieldInError } from './field-in-error.ts';
import { useConnect } from './use-connect.ts';

interface ConnectionFormProps {
  /** The account to reconnect; without it, a new account is added. */
  accountId?: string;
  /** The initial address. */
  baseUrl: string;
  /** Adds a field for the account's name. The first account gets a default name instead. */
  asksForName?: boolean;
  /** Called with the account after the server has accepted the key. */
  onConnected: (account: Account) => void;
  /** Shows another account, which has the entered key already. */
  onShowAccount: (accountId: string) => void;
  onCancel?: () => void;
}

/** A form that asks for the server's address and the API key, and connects with them. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { accountId, asksForName = false, onConnected, onShowAccount, onCancel } = props;
  const { t } = useTranslation();
  const { nameRef, baseUrlRef, apiKeyRef, ...connection } = useConnect({ accountId, onConnected });
  const { connect, cancel, isPending, isSlow, retry, error } = connection;
  const wrongField = error && fieldInError(error.code);
  const known = error?.account;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) connect('keychain');
      }}
    >
      <Stack gap="md">
        {asksForName && (
          <TextInput
            ref={nameRef}
            label={t('accounts.name')}
            description={t('accounts.nameHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={maximumNameLength}
            autoComplete="off"
            data-autofocus
          />
        )}
        <BaseUrlField
          ref={baseUrlRef}
          defaultValue={props.baseUrl}
          error={wrongField === 'baseUrl'}
        />
        {/* Keeps space for an error or a countdown, so that the buttons stay in place when one appears. */}
        <Box mih="13rem">
          <PasswordInput
            ref={apiKeyRef}
            label={t('screens.connection.apiKey')}
            description={error === null && t('screens.connection.keyPromise')}
            inputWrapperOrder={['label', 'input', 'description']}
            error={wrongField === 'apiKey'}
            autoComplete="off"
            spellCheck={false}
            autoFocus={!asksForName}
            visibilityToggleFocusable
            visibilityToggleButtonProps={{ 'aria-label': t('screens.connection.showKey') }}
          />
          <RetryText retry={retry} mt="xs" />
          {error && (
            <ErrorAlert error={error} mt="xs">
              {known && (
                <Button size="xs" variant="default" onClick={() => onShowAccount(known.accountId)}>
                  <Text span inherit truncate title={known.name}>
                    {t('screens.connection.showAccount', { name: known.name })}
                  </Text>
                </Button>
              )}
            </ErrorAlert>
          )}
        </Box>
        <Group gap="xs" justify="flex-end">
          {wrongField === 'keychain' && (
            <Button variant="default" mr="auto" onClick={() => connect('session')}>
              {t('screens.connection.sessionOnly')}
            </Button>
          )}
          {(onCancel !== undefined || isSlow) && (
            <Button variant="default" onClick={onCancel ?? cancel}>
              {t('screens.common.cancel')}
            </Button>
          )}
          <SteadyButton type="submit" isPending={isPending}>
            {t('screens.connection.testAndConnect')}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}
