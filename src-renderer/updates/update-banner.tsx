import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import { useRunCommand } from '../commands/commands-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import classes from './update-banner.module.css';
import { actionOf, useUpdateAction } from './use-update-action.tsx';
import { useUpdateStatus } from './use-update-status.ts';

const none: UpdateStatus = { kind: 'none' };

/**
 * A banner about a newer version, until the user closes it. It floats over the end of the list and moves nothing. A
 * version that is downloaded automatically is announced when it is ready.
 */
export function UpdateBanner() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const status = useUpdateStatus() ?? none;
  const { button, error } = useUpdateAction(actionOf(status));
  const [closed, setClosed] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const isAnnounced = status.kind === 'ready' || (status.kind === 'found' && status.asks);
  // The progress of a download is shown if the user has started it.
  if (isAnnounced && shown !== status.version) setShown(status.version);
  const isShown =
    status.kind !== 'none' &&
    status.version !== closed &&
    (isAnnounced || (status.kind === 'downloading' && status.version === shown));
  return (
    // Always rendered: screen readers announce new content only of a live region that was there before.
    <div
      className={classes.place}
      role="status"
      // The progress of a download changes each second.
      aria-live={status.kind === 'downloading' ? 'off' : 'polite'}
    >
      {isShown && (
        <Paper className={classes.banner} shadow="md" px="sm" py={6}>
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" fw={500}>
              {t(`updates.${status.kind}`, status)}
            </Text>
            <Button size="compact-sm" variant="subtle" ml="auto" onClick={() => run('whatsNew')}>
              {t('updates.whatsNew')}
            </Button>
            {button}
            <CloseButton
              size="sm"
              aria-label={t('screens.common.dismissNotice')}
              onClick={() => setClosed(status.version)}
            />
          </Group>
          {error !== null && <ErrorAlert error={error} mt="xs" />}
        </Paper>
      )}
    </div>
  );
}
