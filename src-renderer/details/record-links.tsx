import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { RecordName } from './record-name.tsx';

interface RecordLinksProps {
  title: string;
  records: readonly ListRecord[];
  /** What they are. */
  kind: RecordKind;
  /** How many there are, also those that are not listed. */
  count: number;
  onOpen: (record: ListRecord) => void;
}

/** Records of a tenant's or hotline's owner. A click shows the details of one. Renders nothing if there are none. */
export function RecordLinks({ title, records, kind, count, onOpen }: RecordLinksProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {title}
      </Title>
      <Stack gap="xs" align="flex-start">
        {records.map((record, at) => (
          <Anchor
            key={`${record.id} ${at}`}
            component="button"
            type="button"
            size="sm"
            ta="start"
            style={{ overflowWrap: 'anywhere' }}
            onClick={() => onOpen(record)}
          >
            <RecordName record={record} />
          </Anchor>
        ))}
        {count > records.length && (
          <Text size="sm" c="dimmed">
            {t('screens.details.moreOfSameOwner', {
              ...{ count: count - records.length, context: kind },
            })}
          </Text>
        )}
      </Stack>
    </Stack>
  );
}
