import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert, type ShownError } from './error-alert.tsx';

interface NoticesProps {
  notices: readonly ShownError[];
  onDismiss: (notice: ShownError) => void;
}

/** Shows problems of the app itself, each until the user dismisses it. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <Stack gap={0}>
      {notices.map((notice) => (
        <ErrorAlert
          key={`${notice.code} ${notice.path ?? ''}`}
          error={notice}
          color="yellow"
          icon={<IconInfoCircle size={18} />}
          radius={0}
          withCloseButton
          closeButtonLabel={t('screens.common.dismissNotice')}
          onClose={() => onDismiss(notice)}
        />
      ))}
    </Stack>
  );
}
