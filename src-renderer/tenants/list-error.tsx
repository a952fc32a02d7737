import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { RetryButtons } from '../connection/retry-buttons.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';

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

/** An error of the list, with the buttons that help. */
export function ListError(props: ListErrorProps) {
  const { error, isRetrying = false, onRetry, onSettings, isBanner = false, onDismiss } = props;
  const { t } = useTranslation();
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
      <RetryButtons
        code={error.code}
        label={t('screens.common.tryAgain')}
        {...{ isRetrying, onRetry, onSettings }}
      />
    </ErrorAlert>
  );
}
