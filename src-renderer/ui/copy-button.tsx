import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconCopyX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  /** What `value` is, for the button's label. */
  name: string;
  value: string;
}

/** A button that copies `value` as plain text. If the system refuses, its hint says so. */
export function CopyButton({ name, value }: CopyButtonProps) {
  const { t } = useTranslation();
  const { copy, copied, error } = useClipboard({ timeout: 1500 });
  const label = t('screens.common.copy', { name });
  const hint = t(
    error
      ? 'screens.common.notCopied'
      : copied
        ? 'screens.common.copied'
        : 'screens.common.copyHint',
  );
  const Icon = error ? IconCopyX : copied ? IconCheck : IconCopy;
  return (
    <ActionIcon
      variant="subtle"
      color={error ? 'red' : copied ? 'green' : 'gray'}
      size={24}
      aria-label={label}
      data-hint={hint}
      onClick={() => copy(value)}
    >
      <Icon size={14} />
    </ActionIcon>
  );
}
