import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { isKeyError } from '../connection/is-key-error.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';

const banner = { radius: 0, styles: { wrapper: { alignItems: 'center' } } };

interface ListErrorProps {
  error: AppError;
  /** The list is being asked for again right now. */
  retrying: boolean;
  onTryAgain: () => void;
  onSettings: () => void;
  /** Across the window, above rows that stay. */
  isBanner?: boolean;
}

/** Why the list did not come, and the ways on. */
export function ListError(props: ListErrorProps) {
  const { error, retrying, onTryAgain, onSettings, isBanner = false } = props;
  const { t } = useTranslation();
  return (
    <ErrorAlert error={error} {...(isBanner ? banner : { maw: '30rem' })}>
      <Button size="xs" variant="default" loading={retrying} onClick={onTryAgain}>
        {t('screens.common.tryAgain')}
      </Button>
      {isKeyError(error.code) && (
        <Button size="xs" variant="subtle" onClick={onSettings}>
          {t('screens.common.openSettings')}
        </Button>
      )}
    </ErrorAlert>
  );
}
