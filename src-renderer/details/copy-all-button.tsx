import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconCopyX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A button that copies everything about a tenant as plain text. Its icon says whether that worked. */
export function CopyAllButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const { copy, copied, error } = useClipboard({ timeout: 1500 });
  const Icon = error ? IconCopyX : copied ? IconCheck : IconCopy;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Icon size={14} />}
      title={error ? t('screens.common.notCopied') : undefined}
      onClick={() => copy(text)}
    >
      {t('screens.details.copyAll')}
    </Button>
  );
}
