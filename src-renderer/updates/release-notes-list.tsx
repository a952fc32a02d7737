import { List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { formatDay } from '../ui/format-day.ts';
import { useLanguage } from '../ui/use-language.ts';

/**
 * What is new in each version, newest first.
 *
 * @param version the newer version that was found; `null` if there is none.
 */
export function ReleaseNotesList({ version }: { version: string | null }) {
  const { t } = useTranslation();
  const call = useCall();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['releaseNotes', language, version],
    queryFn: () => call('getReleaseNotes', { language }),
    staleTime: 'static',
  });
  if (error !== null) return <ErrorAlert error={error} />;
  if (data === undefined) return <Skeleton height={200} />;
  return (
    <Stack gap="lg">
      {data.map((notes) => (
        <Stack key={notes.version} component="section" gap="xs">
          <Title order={3} size="h4">
            {notes.version === null
              ? t('updates.unreleased')
              : t('updates.version', { version: notes.version })}
          </Title>
          {notes.date !== null && (
            <Text c="dimmed" size="xs">
              {formatDay(language, notes.date)}
            </Text>
          )}
          {notes.groups.map(({ title, items }) => (
            <div key={title}>
              <Text fw={500}>{title}</Text>
              <List size="sm" spacing={4}>
                {items.map((item) => (
                  <List.Item key={item}>{item}</List.Item>
                ))}
              </List>
            </div>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
