import { Button, FileButton, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../src-shared/errors.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import type { MatchSource } from './match-source.ts';
import { readFile } from './read-file.ts';
import { SheetForm } from './sheet-form.tsx';

/** The files that can be read. */
const accepted = '.xlsx,.xlsm,.csv,.tsv,.txt';

interface MatchFormProps {
  source: MatchSource;
  onChoose: (file: File) => void;
  onMatch: (values: readonly string[]) => void;
}

interface MatchDialogProps extends MatchFormProps {
  opened: boolean;
  onClose: () => void;
}

/** A dialog that asks for a file, and for its column with the values to match. */
export function MatchDialog({ opened, onClose, source, onChoose, onMatch }: MatchDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.matching.title')}>
      <MatchForm
        source={source}
        onChoose={onChoose}
        onMatch={(values) => {
          onMatch(values);
          onClose();
        }}
      />
    </AppDialog>
  );
}

function MatchForm({ source, onChoose, onMatch }: MatchFormProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { number, content } = source;
  const file = content !== null && 'file' in content ? content.file : null;
  const reset = useRef<() => void>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['table', number, file?.name, file?.size, file?.lastModified],
    queryFn: ({ signal }) => (file === null ? Promise.resolve(null) : readFile(call, file, signal)),
    enabled: file !== null,
    // The user may have changed the file.
    gcTime: 0,
  });
  const sheets = content !== null && 'sheets' in content ? content.sheets : (data?.sheets ?? null);
  return (
    <Stack gap="md">
      {sheets === null && <Text size="sm">{t('screens.matching.introduction')}</Text>}
      {error instanceof AppError && <ErrorAlert error={error} />}
      {isFetching && (
        <div role="status" aria-label={t('screens.matching.reading')}>
          <Skeleton height={36} mb="sm" />
          <Skeleton height={36} />
        </div>
      )}
      {sheets !== null && <SheetForm key={number} sheets={sheets} onMatch={onMatch} />}
      <FileButton
        accept={accepted}
        resetRef={reset}
        onChange={(chosen) => {
          if (chosen !== null) onChoose(chosen);
          // So that the same file can be chosen again after it was corrected.
          reset.current?.();
        }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            data-autofocus={sheets === null || undefined}
          >
            {t('screens.matching.chooseFile')}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}
