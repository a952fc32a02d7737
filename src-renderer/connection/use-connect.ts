import { useRef } from 'react';
import type { Account, KeyStorage } from '../../src-shared/account.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { fieldInError } from './field-in-error.ts';
import { useAttempt } from './use-attempt.ts';

interface ConnectOptions {
  /** The account to reconnect; without it, a new account is added. */
  accountId: string | undefined;
  onConnected: (account: Account) => void;
}

/**
 * Connects an account with the address and the key in the returned inputs. The key stays in its input: it is neither in
 * React's state nor in the variables of the mutation, so that no copy remains when the form is gone. A form that is left
 * does not connect the account later.
 */
export function useConnect({ accountId, onConnected }: ConnectOptions) {
  const call = useCall();
  const nameRef = useRef<HTMLInputElement>(null);
  const baseUrlRef = useRef<HTMLInputElement>(null);
  const apiKeyRef = useRef<HTMLInputElement>(null);
  const { start, ...attempt } = useAttempt(
    (keyStorage: KeyStorage, options) => {
      const credentials = {
        baseUrl: baseUrlRef.current?.value ?? '',
        apiKey: apiKeyRef.current?.value ?? '',
        keyStorage,
      };
      return accountId === undefined
        ? call('addAccount', { ...credentials, name: nameRef.current?.value ?? '' }, options)
        : call('connect', { ...credentials, accountId }, options);
    },
    {
      onError: ({ code }) => {
        const input = fieldInError(code) === 'baseUrl' ? baseUrlRef : apiKeyRef;
        input.current?.focus();
      },
      onSuccess: (account) => {
        if (apiKeyRef.current) apiKeyRef.current.value = '';
        onConnected(account);
      },
    },
  );
  return { nameRef, baseUrlRef, apiKeyRef, connect: start, ...attempt };
}
