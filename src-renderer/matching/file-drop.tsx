import { Overlay, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { isDialogOpen } from '../commands/is-dialog-open.ts';

interface FileDropProps {
  /** What the file is matched with. */
  records: RecordKind;
  isEnabled: boolean;
  onFile: (file: File) => void;
}

/**
 * Accepts a file that is dropped anywhere on the window, unless a dialog is open. A browser would leave the page for any
 * dropped file.
 */
export function FileDrop({ records, isEnabled, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  useWindowEvent('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    const isAccepted = isEnabled && !isDialogOpen();
    event.dataTransfer.dropEffect = isAccepted ? 'copy' : 'none';
    setIsOver(isAccepted);
  });
  useWindowEvent('dragleave', (event) => {
    // Leaving the window has no related target; moving between elements has one.
    if (event.relatedTarget === null) setIsOver(false);
  });
  useWindowEvent('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (isEnabled && !isDialogOpen() && file !== undefined) onFile(file);
  });
  return (
    isOver && (
      <Overlay fixed center backgroundOpacity={0.5}>
        <Text c="white" fw={600}>
          {t('screens.matching.drop', { context: records })}
        </Text>
      </Overlay>
    )
  );
}
