import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { useDateFormat } from '../ui/use-date-format.ts';

/** Says when the hotlines of an account were read, or why they were not. Nothing before the first refresh. */
export function HotlinesRead({ status }: { status: SavedListStatus }) {
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const clock = useClock();
  const { tenants: count, readInFullAt, failure } = status;
  if (readInFullAt === null && failure === null) return null;
  const isAbsent = failure === 'wrong_address' || failure === 'no_permission';
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {t('proof.hotlines.title')}
      </Title>
      {readInFullAt !== null && (
        <Text>
          {t('proof.hotlines.readInFull', {
            count,
            time: `${formatDate(readInFullAt)} (${clock.label})`,
          })}
        </Text>
      )}
      {failure !== null && (
        <Text c="dimmed">
          {isAbsent
            ? t(`proof.hotlines.${failure}`)
            : t('proof.hotlines.failed', { error: t(errorTextKey(failure, 'hotlines')) })}
        </Text>
      )}
    </Stack>
  );
}
