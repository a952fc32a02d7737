import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';

/** Shows why an annotation could not be saved, with a button that tries again. */
export function FailedSave({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <ErrorAlert error={error}>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t('screens.common.tryAgain')}
      </Button>
    </ErrorAlert>
  );
}
