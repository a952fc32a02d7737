import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, KeyStorage } from '../../src-shared/account.ts';
import { maximumNameLength } from '../../src-shared/choices.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { fieldInError } from './field-in-error.ts';

interface ConnectionFormProps {
  /** The account to connect anew; without one, an account is added. */
  accountId?: string;
  /** What the address starts with. */
  baseUrl: string;
  /** Among several accounts a new one wants a name; the first gets one by itself. */
  asksForName?: boolean;
  /** Told the account once the server has accepted the key. */
  onConnected: (account: Account) => void;
  onCancel?: () => void;
}

/** A connection that takes longer than this, milliseconds, can be given up: an address that never answers takes minutes. */
const slow = 1000;

/**
 * Asks for address and key and tests them. The key lives in its input only, never in React's state or in the
 * mutation's variables, so that nothing remembers it when the form is gone.
 */
export function ConnectionForm(props: ConnectionFormProps) {
  const { accountId, asksForName = false, onConnected, onCancel } = props;
  const { t } = useTranslation();
  const call = useCall();
  const name = useRef<HTMLInputElement>(null);
  const baseUrl = useRef<HTMLInputElement>(null);
  const apiKey = useRef<HTMLInputElement>(null);
  const controller = useRef<AbortController>(null);
  // Whoever leaves the form must not be connected by it afterwards.
  useEffect(() => () => controller.current?.abort(), []);
  const connect = useMutation({
    mutationFn: (keyStorage: KeyStorage) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      const credentials = {
        baseUrl: baseUrl.current?.value ?? '',
        apiKey: apiKey.current?.value ?? '',
        keyStorage,
      };
      return accountId === undefined
        ? call('addAccount', { ...credentials, name: name.current?.value ?? '' }, { signal })
        : call('connect', { ...credentials, accountId }, { signal });
    },
    onError: (error) => {
      const field = fieldInError(error.code) === 'baseUrl' ? baseUrl : apiKey;
      field.current?.focus();
    },
    onSuccess: (account) => {
      if (apiKey.current) apiKey.current.value = '';
      onConnected(account);
    },
  });
  const error = connect.error?.code === 'canceled' ? null : connect.error;
  const wrong = error && fieldInError(error.code);
  const [wasPending] = useDebouncedValue(connect.isPending, slow);
  const isSlow = wasPending && connect.isPending;
  const cancel = onCancel ?? (() => controller.current?.abort());

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!connect.isPending) connect.mutate('keychain');
      }}
    >
      <Stack gap="md">
        {asksForName && (
          <TextInput
            ref={name}
            label={t('accounts.name')}
            description={t('accounts.nameHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={maximumNameLength}
            autoComplete="off"
            data-autofocus
          />
        )}
        <TextInput
          ref={baseUrl}
          label={t('screens.connection.baseUrl')}
          defaultValue={props.baseUrl}
          error={wrong === 'baseUrl'}
          type="url"
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordInput
          ref={apiKey}
          label={t('screens.connection.apiKey')}
          description={t('screens.connection.keyPromise')}
          inputWrapperOrder={['label', 'input', 'description']}
          error={wrong === 'apiKey'}
          autoComplete="off"
          spellCheck={false}
          autoFocus={!asksForName}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': t('screens.connection.showKey') }}
        />
        {error && (
          <ErrorAlert error={error}>
            {wrong === 'keychain' && (
              <Button size="xs" variant="default" onClick={() => connect.mutate('session')}>
                {t('screens.connection.sessionOnly')}
              </Button>
            )}
          </ErrorAlert>
        )}
        <Group gap="xs" wrap="nowrap">
          <Button type="submit" loading={connect.isPending} flex={1}>
            {t('screens.connection.testAndConnect')}
          </Button>
          {(onCancel !== undefined || isSlow) && (
            <Button variant="default" onClick={cancel}>
              {t('screens.common.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
