import { Text } from '@mantine/core';
import type { Retry } from '../../src-shared/retry.ts';
import { useRetryText } from './use-retry-text.ts';

interface RetryTextProps {
  /** `undefined` while no request is repeated. */
  retry: Retry | undefined;
  /** The space above the text, as in Mantine. */
  mt: string;
}

/** Says why the app waits to repeat a request, with a countdown. It shows nothing while the app does not wait. */
export function RetryText({ retry, mt }: RetryTextProps) {
  const text = useRetryText(retry);
  return (
    text !== null && (
      <Text size="sm" c="dimmed" mt={mt}>
        {text}
      </Text>
    )
  );
}
