import { Button, FileButton, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../src-shared/errors.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { readFile, tableFileTypes } from '../matching/read-file.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ImportForm } from './import-form.tsx';

interface ImportDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** A dialog that imports names of owners, tags and notes from a file. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.import.title')} size={640}>
      <ChosenFile onClose={onClose} />
    </AppDialog>
  );
}

/** Asks for a file, reads it, and shows the form for its sheets. Another file can be chosen or dropped at any time. */
function ChosenFile({ onClose }: Pick<ImportDialogProps, 'onClose'>) {
  const { t } = useTranslation();
  const call = useCall();
  /** The number is different for each choice, because a file may have been corrected and chosen again. */
  const [{ file, number }, setChosen] = useState<{ file: File | null; number: number }>({
    ...{ file: null, number: 0 },
  });
  const reset = useRef<() => void>(null);
  const choose = (next: File | null | undefined) => {
    if (next != null) setChosen((before) => ({ file: next, number: before.number + 1 }));
    // Otherwise the same file could not be chosen again.
    reset.current?.();
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['importedTable', number],
    queryFn: ({ signal }) => (file === null ? Promise.resolve(null) : readFile(call, file, signal)),
    enabled: file !== null,
    gcTime: 0,
  });
  const chooseButton = (
    <FileButton accept={tableFileTypes} resetRef={reset} onChange={choose}>
      {(props) => (
        <Button
          {...props}
          size="xs"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          data-autofocus={file === null || undefined}
        >
          {t('screens.matching.chooseFile')}
        </Button>
      )}
    </FileButton>
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
        if (!event.dataTransfer.types.includes('Files')) return;
        accept(event);
        choose(event.dataTransfer.files[0]);
      }}
    >
      {data == null && <Text size="sm">{t('screens.import.introduction')}</Text>}
      {error instanceof AppError && <ErrorAlert error={error} />}
      {isFetching && (
        <div role="status" aria-label={t('screens.matching.reading')}>
          <Skeleton height={36} mb="sm" />
          <Skeleton height={36} />
        </div>
      )}
      {data == null ? (
        chooseButton
      ) : (
        <ImportForm
          key={number}
          sheets={data.sheets}
          chooseButton={chooseButton}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}

/** Keeps a file from the window, which would look for its tenants, and from the browser, which would open it. */
function accept(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
