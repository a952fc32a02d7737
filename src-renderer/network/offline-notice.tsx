import { Alert } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock } from '../ui/clock-context.ts';
import { formatWhen } from '../ui/format-when.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { useNetwork } from './network-context.ts';

/**
 * Says that the server is unreachable, and when it was last tried. Render it only while that is true, so that a dismissed
 * notice appears again the next time.
 */
export function OfflineNotice() {
  const { t } = useTranslation();
  const { triedAt } = useNetwork();
  const language = useLanguage();
  const clock = useClock();
  const now = useNow();
  const time = triedAt === null ? null : formatWhen(triedAt, now, language, clock).when;
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
      {/* It changes each minute, so it is not announced. */}
      {triedAt !== null && (
        <span aria-live="off"> {t('screens.savedList.lastTried', { time })}</span>
      )}
    </Alert>
  );
}
