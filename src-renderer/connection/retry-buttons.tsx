import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { SteadyButton } from '../ui/steady-button.tsx';
import { isKeyError, needsKey } from './is-key-error.ts';

interface RetryButtonsProps {
  /** The code of the error that the buttons are shown for; `null` if there was none. */
  code: ErrorCode | null;
  /** The text of the button that retries. */
  label: string;
  isRetrying?: boolean;
  onRetry: () => void;
  onSettings: () => void;
}

/**
 * A button that retries. Errors of the key also have a button that opens the settings. It comes first if only another key
 * helps.
 */
export function RetryButtons(props: RetryButtonsProps) {
  const { code, label, isRetrying = false, onRetry, onSettings } = props;
  const { t } = useTranslation();
  const isKeyFirst = needsKey(code);
  const settingsButton = (
    <Button size="xs" variant={isKeyFirst ? 'default' : 'subtle'} onClick={onSettings}>
      {t('screens.common.openSettings')}
    </Button>
  );
  return (
    <>
      {isKeyFirst && settingsButton}
      <SteadyButton
        size="xs"
        variant={isKeyFirst ? 'subtle' : 'default'}
        isPending={isRetrying}
        onClick={onRetry}
      >
        {label}
      </SteadyButton>
      {!isKeyFirst && isKeyError(code) && settingsButton}
    </>
  );
}
