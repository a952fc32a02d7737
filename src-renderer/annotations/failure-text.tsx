import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../src-shared/errors.ts';

/** Why annotations were not changed. */
export function FailureText({ code }: { code: ErrorCode }) {
  const { t } = useTranslation();
  return t(`errors.${code}`);
}
