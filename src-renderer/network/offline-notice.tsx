import { Alert } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Says that the server is unreachable. Render it only while that is true, so that a dismissed notice appears again the
 * next time.
 */
export function OfflineNotice() {
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <Alert
      color="yellow"
      radius={0}
      py="xs"
      role="status"
      icon={<IconCloudOff size={18} />}
      withCloseButton
      closeButtonLabel={t('screens.common.dismissNotice')}
      onClose={() => setDismissed(true)}
    >
      {t('screens.savedList.offlineNotice')}
    </Alert>
  );
}
