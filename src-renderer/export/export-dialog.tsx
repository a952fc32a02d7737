import { useTranslation } from 'react-i18next';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ExportForm, type ExportFormProps } from './export-form.tsx';

interface ExportDialogProps extends ExportFormProps {
  opened: boolean;
}

/** A dialog that asks what to export and how. The system's save dialog asks for the file afterwards. */
export function ExportDialog({ opened, ...form }: ExportDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={form.onClose} title={t('screens.export.title')}>
      <ExportForm {...form} />
    </AppDialog>
  );
}
