import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconCopyX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Copies `value`; `name` says what that is. Where the system refuses, it says how to copy by hand. */
export function CopyButton({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation();
  const { copy, copied, error } = useClipboard({ timeout: 1500 });
  const label = t('screens.common.copy', { name });
  const Icon = error ? IconCopyX : copied ? IconCheck : IconCopy;
  return (
    <Tooltip
      label={t(
        error
          ? 'screens.common.notCopied'
          : copied
            ? 'screens.common.copied'
            : 'screens.common.copyHint',
      )}
      openDelay={copied || error ? 0 : 400}
    >
      <ActionIcon
        variant="subtle"
        color={error ? 'red' : copied ? 'green' : 'gray'}
        size={24}
        aria-label={label}
        onClick={() => copy(value)}
      >
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
