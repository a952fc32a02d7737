import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';
import type { CallOptions } from '../bridge/call.ts';

/** In milliseconds. A slower attempt can be canceled: if a server never answers, the attempt takes minutes. */
const slowDelay = 1000;

interface AttemptEvents<Value> {
  onError?: (error: AppError) => void;
  onSuccess?: (value: Value) => void;
}

/**
 * An attempt to connect to a server. A new attempt cancels the one before, and so does leaving the component.
 *
 * @param run calls the main process with the passed options.
 */
export function useAttempt<Variables, Value>(
  run: (variables: Variables, options: Required<CallOptions>) => Promise<Value>,
  events: AttemptEvents<Value> = {},
) {
  const controller = useRef<AbortController>(null);
  const [retry, setRetry] = useState<Retry>();
  useEffect(() => () => controller.current?.abort(), []);
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: (variables: Variables) => {
      controller.current?.abort();
      const { signal } = (controller.current = new AbortController());
      setRetry(undefined);
      return run(variables, { signal, onProgress: (_rows, _ofRows, next) => setRetry(next) });
    },
    ...events,
  });
  const [wasPending] = useDebouncedValue(isPending, slowDelay);
  return {
    start: mutate,
    cancel: () => controller.current?.abort(),
    /** Forgets how the last attempt ended. */
    reset,
    isPending,
    isSlow: wasPending && isPending,
    isSuccess,
    /** Set while the app waits to repeat the request to the server. */
    retry: isPending ? retry : undefined,
    error: error?.code === 'canceled' ? null : error,
  };
}
