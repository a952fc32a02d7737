import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Account, KeyStorage } from '../../src-shared/account.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { fieldInError } from './field-in-error.ts';

/** In milliseconds. A slower attempt can be canceled: if a server never answers, the attempt takes minutes. */
const slowDelay = 1000;

interface ConnectOptions {
  /** The account to reconnect; without it, a new account is added. */
  accountId: string | undefined;
  onConnected: (account: Account) => void;
}

/**
 * Connects an account with the address and the key in the returned inputs. The key stays in its input: it is neither in
 * React's state nor in the variables of the mutation, so that no copy remains when the form is gone.
 */
export function useConnect({ accountId, onConnected }: ConnectOptions) {
  const call = useCall();
  const nameRef = useRef<HTMLInputElement>(null);
  const baseUrlRef = useRef<HTMLInputElement>(null);
  const apiKeyRef = useRef<HTMLInputElement>(null);
  const controller = useRef<AbortController>(null);
  const [retry, setRetry] = useState<Retry>();
  // A form that is left must not connect the account later.
  useEffect(() => () => controller.current?.abort(), []);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (keyStorage: KeyStorage) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setRetry(undefined);
      const onProgress = (_rows: number, _ofRows?: number, next?: Retry) => setRetry(next);
      const options = { signal, onProgress };
      const credentials = {
        baseUrl: baseUrlRef.current?.value ?? '',
        apiKey: apiKeyRef.current?.value ?? '',
        keyStorage,
      };
      return accountId === undefined
        ? call('addAccount', { ...credentials, name: nameRef.current?.value ?? '' }, options)
        : call('connect', { ...credentials, accountId }, options);
    },
    onError: ({ code }) => {
      const input = fieldInError(code) === 'baseUrl' ? baseUrlRef : apiKeyRef;
      input.current?.focus();
    },
    onSuccess: (account) => {
      if (apiKeyRef.current) apiKeyRef.current.value = '';
      onConnected(account);
    },
  });
  const [wasPending] = useDebouncedValue(isPending, slowDelay);
  return {
    nameRef,
    baseUrlRef,
    apiKeyRef,
    connect: mutate,
    cancel: () => controller.current?.abort(),
    isPending,
    isSlow: wasPending && isPending,
    /** Set while the app waits to repeat the request to the server. */
    retry: isPending ? retry : undefined,
    error: error?.code === 'canceled' ? null : error,
  };
}
