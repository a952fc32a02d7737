import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';

interface FileStatusProps {
  error: AppError | null;
  isReading: boolean;
}

/** Shows that a file is being read, or why it could not be read. */
export function FileStatus({ error, isReading }: FileStatusProps) {
  const { t } = useTranslation();
  return (
    <>
      {error && <ErrorAlert error={error} />}
      {isReading && (
        <div role="status" aria-label={t('tableFile.reading')}>
          <Skeleton height={36} mb="sm" />
          <Skeleton height={36} />
        </div>
      )}
    </>
  );
}
