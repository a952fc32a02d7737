import { IconInfoCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withLaterTexts } from '../texts/lazy-part.tsx';
import { ErrorAlert, type ShownError } from './error-alert.tsx';

const NoticeAlert = withLaterTexts(ErrorAlert);

interface NoticesProps {
  notices: readonly ShownError[];
  onDismiss: (notice: ShownError) => void;
}

/** Shows problems of the app itself, each until the user dismisses it. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <div>
      <Suspense>
        {notices.map((notice) => (
          <NoticeAlert
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
      </Suspense>
    </div>
  );
}
