import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import classes from './list-label.module.css';

interface UnreadableMarkProps {
  /** The rows that the last full refresh could not read. */
  count: number;
  /** What the list consists of. */
  records: RecordKind;
  /** Opens the rows; `null` if several lists are shown as one. */
  onOpen: (() => void) | null;
}

/** Says how many rows of the list could not be read. A click shows them. */
export function UnreadableMark({ count, records, onOpen }: UnreadableMarkProps) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={classes.label}
      data-warning
      title={t('screens.savedList.unreadableHint', { context: records })}
      {...(onOpen === null
        ? { component: 'span' }
        : { 'aria-haspopup': 'dialog', onClick: onOpen })}
    >
      <IconAlertTriangle size={14} aria-hidden="true" />
      {t('screens.savedList.unreadable', { count })}
    </UnstyledButton>
  );
}
