import { Stack, Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseFileButton } from '../matching/choose-file-button.tsx';
import { FileStatus } from '../matching/file-status.tsx';
import { useTableFile } from '../matching/use-table-file.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ImportForm } from './import-form.tsx';

interface ImportDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** A dialog that imports names of owners, tags and notes from a file. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog hasInput opened={opened} onClose={onClose} title={t('import.title')} size={640}>
      <ChosenFile onClose={onClose} />
    </AppDialog>
  );
}

/** Asks for a file, reads it, and shows the form for its sheets. Another file can be chosen or dropped at any time. */
function ChosenFile({ onClose }: Pick<ImportDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const [{ file, number }, setChosen] = useState<Choice>({ file: null, number: 0 });
  const choose = (next: File) => setChosen((before) => ({ file: next, number: before.number + 1 }));
  const { sheets, ...status } = useTableFile(file, number);
  const chooseButton = (
    <ChooseFileButton hasAutofocus={sheets === null} size="xs" onChoose={choose} />
  );
  return (
    <Stack
      gap="md"
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        accept(event);
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event: DragEvent) => {
        const [dropped] = event.dataTransfer.files;
        if (dropped === undefined) return;
        accept(event);
        choose(dropped);
      }}
    >
      {sheets === null && <Text size="sm">{t('import.introduction')}</Text>}
      <FileStatus {...status} />
      {sheets === null ? (
        chooseButton
      ) : (
        <ImportForm key={number} sheets={sheets} chooseButton={chooseButton} onClose={onClose} />
      )}
    </Stack>
  );
}

/** A file, with a number that is different for each choice. */
interface Choice {
  file: File | null;
  number: number;
}

/** Handles the event here, because the window refuses files while a dialog is open. */
function accept(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
