import { Anchor, Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { RecordName } from './record-name.tsx';

interface RecordLinksProps {
  title: string;
  records: readonly ListRecord[];
  /** How many there are, also those that are not listed. */
  count: number;
  /** How many the owner has, with the one whose details are shown. */
  total: number;
  onOpen: (record: ListRecord) => void;
  /** Shows a list of all that the owner has. */
  onShowAll: () => void;
}

/** Records of a tenant's or hotline's owner. A click shows the details of one. Renders nothing if there are none. */
export function RecordLinks(props: RecordLinksProps) {
  const { title, records, count, total, onOpen, onShowAll } = props;
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
          <Button size="xs" variant="default" onClick={onShowAll}>
            {t('screens.details.showAllOfOwner', { count: total })}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
