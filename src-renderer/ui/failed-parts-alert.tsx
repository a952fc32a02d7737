import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailedParts } from '../texts/failed-parts-context.ts';
import classes from './failed-parts-alert.module.css';

/** Says that a part of the page could not be loaded or has thrown, and offers to try again. It floats over the page. */
export function FailedPartsAlert() {
  const { t } = useTranslation();
  const { reset } = useQueryErrorResetBoundary();
  const failedParts = useFailedParts();
  const hasFailed = useSyncExternalStore(failedParts.subscribe, failedParts.hasAny);
  if (!hasFailed) return null;
  const tryAgain = () => {
    // The texts of the part may be what is missing.
    reset();
    failedParts.retry();
  };
  return (
    <div className={classes.place}>
      <Alert
        color="red"
        icon={<IconAlertTriangle size={18} />}
        withCloseButton
        closeButtonLabel={t('screens.common.dismissNotice')}
        onClose={() => failedParts.clear()}
      >
        <Group gap="sm">
          {t('screens.common.partFailed')}
          <Button size="compact-xs" variant="default" onClick={tryAgain}>
            {t('screens.common.tryAgain')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
