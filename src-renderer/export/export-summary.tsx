import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { useClock } from '../ui/clock-context.ts';
import type { ExportChoice } from './export-choices.ts';

interface ExportSummaryProps {
  choice: ExportChoice | null;
  columnCount: number;
  format: ExportOptions['format'];
}

/** One line that says what the file will contain. */
export function ExportSummary({ choice, columnCount, format }: ExportSummaryProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const summary = {
    rows:
      typeof choice?.rows === 'number'
        ? t('screens.export.rows', { count: choice.rows })
        : t('screens.export.rowsUnknown'),
    columns: t('screens.export.columnCount', { count: columnCount }),
    format: t(`screens.export.formats.${format}`),
    zone: clock.label,
  };
  const exportsChanges = choice?.kind === 'changes';
  return (
    <Text size="xs" c="dimmed" aria-live="polite">
      {t(exportsChanges ? 'screens.export.summaryOfChanges' : 'screens.export.summary', summary)}
    </Text>
  );
}
