import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert, type ShownError } from './error-alert.tsx';

/** Shows problems found when the app started, each until the user dismisses it. */
export function Notices({ notices }: { notices: readonly ShownError[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(notices);
  if (shown.length === 0) return null;
  return (
    <Stack gap={0}>
      {shown.map((notice) => (
        <ErrorAlert
          key={`${notice.code} ${notice.path ?? ''}`}
          error={notice}
          color="yellow"
          icon={<IconInfoCircle size={18} />}
          radius={0}
          withCloseButton
          closeButtonLabel={t('screens.common.dismissNotice')}
          onClose={() => setShown(shown.filter((other) => other !== notice))}
        />
      ))}
    </Stack>
  );
}
