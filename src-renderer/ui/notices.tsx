import { Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../src-shared/channels.ts';
import { ErrorAlert } from './error-alert.tsx';

/** What was found at the start, each until it is dismissed. */
export function Notices({ notices }: { notices: ResponseOf<'loadApp'>['notices'] }) {
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
