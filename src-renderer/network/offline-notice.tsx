import { Alert } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Says once that the server is out of reach. It goes with the trouble, so the next trouble is said again. */
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
