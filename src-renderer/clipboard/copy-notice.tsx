import { useTranslation } from 'react-i18next';
import { FloatingNotice } from '../ui/floating-notice.tsx';
import type { CopyResult } from './use-copy.ts';

/** Shows the result of a copy. */
export function CopyNotice({ result }: { result: CopyResult | null }) {
  const { t } = useTranslation();
  return (
    <FloatingNotice
      text={
        result === null
          ? null
          : result === 'refused'
            ? t('grid.copy.refused')
            : result.rows < result.of
              ? t('grid.copy.copiedFirst', { count: result.rows, of: result.of })
              : t('grid.copy.copied', { count: result.rows })
      }
    />
  );
}
