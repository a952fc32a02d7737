import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../src-shared/errors.ts';
import { ErrorAlert } from './error-alert.tsx';

/** What is left when the app could not start or a screen broke: what happened, and a fresh start. */
export function StartFailed({ error }: { error?: unknown }) {
  const { t } = useTranslation();
  return (
    <Center h="100dvh" p="xl">
      <ErrorAlert error={error instanceof AppError ? error : { code: 'internal' }} maw={480}>
        <Button size="xs" variant="default" onClick={() => location.reload()}>
          {t('screens.common.restart')}
        </Button>
      </ErrorAlert>
    </Center>
  );
}
