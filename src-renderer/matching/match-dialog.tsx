import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ChooseFileButton } from './choose-file-button.tsx';
import { FileStatus } from './file-status.tsx';
import type { MatchSource } from './match-source.ts';
import { SheetForm } from './sheet-form.tsx';
import { useTableFile } from './use-table-file.ts';

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
    <AppDialog hasInput opened={opened} onClose={onClose} title={t('tableFile.title')}>
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
  const { records: context } = useList();
  const { number, content } = source;
  const file = content !== null && 'file' in content ? content.file : null;
  const { sheets: sheetsOfFile, ...status } = useTableFile(file, number);
  const sheets = content !== null && 'sheets' in content ? content.sheets : sheetsOfFile;
  return (
    <Stack gap="md">
      {sheets === null && <Text size="sm">{t('tableFile.introduction', { context })}</Text>}
      <FileStatus {...status} />
      {sheets !== null && <SheetForm key={number} sheets={sheets} onMatch={onMatch} />}
      <ChooseFileButton hasAutofocus={sheets === null} size="sm" onChoose={onChoose} />
    </Stack>
  );
}
