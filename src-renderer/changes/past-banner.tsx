import { Alert, Button, Group } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { usePast } from './use-past.ts';

/** A banner that says that the list on screen is one of the past, with a button that shows the list of now. */
export function PastBanner() {
  const { t } = useTranslation();
  const { filter } = useList();
  const past = usePast();
  if (past === null) return null;
  const { when, isOldest } = past;
  return (
    <Alert
      color="violet"
      variant="filled"
      radius={0}
      py={6}
      role="status"
      icon={<IconCalendarTime size={18} />}
      styles={{ wrapper: { alignItems: 'center' } }}
    >
      <Group gap="sm" justify="space-between">
        {t(isOldest ? 'screens.past.oldest' : 'screens.past.title', { when })}
        <Button size="xs" variant="default" onClick={() => filter.set({ asOf: '' })}>
          {t('screens.past.back')}
        </Button>
      </Group>
    </Alert>
  );
}
