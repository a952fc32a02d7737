import { Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../src-shared/errors.ts';
import { ErrorAlert } from './error-alert.tsx';

/** The screen shown when the app could not start or a component threw: the error and a button that reloads the page. */
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
