import { useWindowEvent } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { isDialogOpen } from '../commands/is-dialog-open.ts';
import { lazyPart } from '../texts/lazy-part.tsx';

const DropOverlay = lazyPart(async () => (await import('./drop-overlay.tsx')).DropOverlay);

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
      <Suspense>
        <DropOverlay records={records} />
      </Suspense>
    )
  );
}
