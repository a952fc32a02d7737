import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';

/** Why there is no sheet, and another try at the same rows. */
export function FailedExport({ error, onTryAgain }: { error: AppError; onTryAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <ErrorAlert error={error}>
      <Button size="xs" variant="default" onClick={onTryAgain}>
        {t('screens.common.tryAgain')}
      </Button>
    </ErrorAlert>
  );
}
