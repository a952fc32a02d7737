import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { exportSizeQuery } from '../queries/export-size-query.ts';
import { useClock } from '../ui/clock-context.ts';
import type { ExportChoice } from './export-choices.ts';

interface ExportSummaryProps {
  choice: ExportChoice;
  request: ExportTenantsRequest;
}

/** One line that says what the file will contain. The main process counts it with the code that writes the file. */
export function ExportSummary({ choice: { kind, rows }, request }: ExportSummaryProps) {
  const { t } = useTranslation();
  const context = request.records ?? 'tenants';
  const call = useCall();
  const clock = useClock();
  const { data: size } = useQuery(exportSizeQuery(call, request));
  const { changeLines = null } = size ?? {};
  const lines = kind === 'changes' ? 'screens.export.lines' : 'screens.export.changeLines';
  const parts = [
    rows === null
      ? t('screens.export.rowsUnknown')
      : t('screens.export.tenants', { count: rows, context }),
    ...(changeLines === null ? [] : [t(lines, { count: changeLines })]),
    ...(size === undefined ? [] : [t('screens.export.columnCount', { count: size.columns })]),
    t(`screens.export.formats.${request.options.format}`),
  ];
  return (
    // Keeps the height of two lines, because the last parts come later.
    <Text size="xs" c="dimmed" aria-live="polite" style={{ minHeight: '2lh' }}>
      {t('screens.export.summary', { contents: parts.join(', '), zone: clock.label })}
    </Text>
  );
}
