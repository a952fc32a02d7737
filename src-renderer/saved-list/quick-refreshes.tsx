import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { Facts } from '../ui/facts.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';

interface QuickRefreshesProps {
  saved: SavedListStatus;
  isRefreshing: boolean;
  /** Refreshes by reading all pages. */
  onReadAll: () => void;
}

/** Says when the list was last updated by a quick refresh and what such a refresh cannot find, or why there are none. */
export function QuickRefreshes({ saved, isRefreshing, onReadAll }: QuickRefreshesProps) {
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const clock = useClock();
  const { fetchedAt, readInFullAt, quickRefreshOff } = saved;
  const time = (text: string) => `${formatDate(text)} (${clock.label})`;
  const isUpdated = fetchedAt !== null && fetchedAt !== readInFullAt;
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {t('proof.quick')}
      </Title>
      {quickRefreshOff !== null && (
        <Alert color="yellow" role="presentation" icon={<IconAlertTriangle size={18} />}>
          {t(`proof.quickOff.${quickRefreshOff.reason}`, {
            time: formatDate(quickRefreshOff.at),
          })}
        </Alert>
      )}
      {(quickRefreshOff === null || isUpdated) && (
        <>
          <Facts
            nameWidth="13rem"
            facts={[
              {
                name: t('proof.quickLast'),
                value: isUpdated ? time(fetchedAt) : t('proof.quickNone'),
              },
            ]}
          />
          <Text size="xs" c="dimmed">
            {t('proof.quickHint')}
          </Text>
        </>
      )}
      {isUpdated && !isRefreshing && (
        <Button size="xs" variant="default" mr="auto" onClick={onReadAll}>
          {t('screens.refresh.whole')}
        </Button>
      )}
    </Stack>
  );
}
