import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { unreadableQuery } from '../queries/unreadable-query.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { RawJson } from './raw-json.tsx';

interface UnreadableDialogProps {
  opened: boolean;
  onClose: () => void;
  accountKey: AccountKey;
}

/** A dialog with the JSON of the rows that the last full refresh could not read. */
export function UnreadableDialog({ opened, onClose, accountKey }: UnreadableDialogProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { data, error } = useQuery({ ...unreadableQuery(call, accountKey), enabled: opened });
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('unreadable.title')}>
      <Stack gap="lg">
        <Text>
          {t('screens.savedList.unreadableHint', { context: accountKey.records ?? 'tenants' })}
        </Text>
        {error && <ErrorAlert error={error} />}
        {!error && data === undefined && <Skeleton height={120} />}
        {data?.map(({ raw }, at) => (
          <RawJson key={at} name={t('unreadable.row', { number: at + 1 })} raw={raw} />
        ))}
      </Stack>
    </AppDialog>
  );
}
