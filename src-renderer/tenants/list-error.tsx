import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { isKeyError, needsKey } from '../connection/is-key-error.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';

const banner = { radius: 0, styles: { wrapper: { alignItems: 'center' } } };

interface ListErrorProps {
  error: AppError;
  isRetrying?: boolean;
  onRetry: () => void;
  onSettings: () => void;
  /** Shows the error as a banner above the rows, instead of in their place. */
  isBanner?: boolean;
  /** Adds a button that hides the banner. */
  onDismiss?: () => void;
}

/**
 * An error of the list, with a button that retries. Errors of the key also have a button that opens the settings. It comes
 * first if only another key helps.
 */
export function ListError(props: ListErrorProps) {
  const { error, isRetrying = false, onRetry, onSettings, isBanner = false, onDismiss } = props;
  const { t } = useTranslation();
  const isKeyFirst = needsKey(error.code);
  const settingsButton = (
    <Button size="xs" variant={isKeyFirst ? 'default' : 'subtle'} onClick={onSettings}>
      {t('screens.common.openSettings')}
    </Button>
  );
  return (
    <ErrorAlert
      error={error}
      {...(isBanner ? banner : { maw: '30rem' })}
      {...(onDismiss && {
        withCloseButton: true,
        closeButtonLabel: t('screens.common.dismissNotice'),
        onClose: onDismiss,
      })}
    >
      {isKeyFirst && settingsButton}
      <SteadyButton
        size="xs"
        variant={isKeyFirst ? 'subtle' : 'default'}
        isPending={isRetrying}
        onClick={onRetry}
      >
        {t('screens.common.tryAgain')}
      </SteadyButton>
      {!isKeyFirst && isKeyError(error.code) && settingsButton}
    </ErrorAlert>
  );
}
