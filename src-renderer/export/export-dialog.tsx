import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOptions, ExportScope } from '../../src-shared/export-tenants.ts';
import { exportFormats } from '../../src-shared/choices.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { useClock } from '../ui/clock-context.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ChoiceOfRows } from './choice-of-rows.tsx';
import { likelyChoice, type ExportChoice, type ExportKind } from './export-choices.ts';
import classes from './export-dialog.module.css';
import { CsvOptions, ExcelOptions } from './format-options.tsx';

interface ExportDialogProps extends ExportFormProps {
  opened: boolean;
}

interface ExportFormProps {
  choices: readonly ExportChoice[];
  /** Of the grid, in their order. */
  visibleColumns: readonly TenantField[];
  /** What the form begins with. */
  options: ExportOptions;
  onExport: (scope: ExportScope, options: ExportOptions) => void;
  onClose: () => void;
}

/** Asks what to export and how; where to is the system's own question. */
export function ExportDialog({ opened, ...form }: ExportDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={form.onClose} title={t('screens.export.title')}>
      <ExportForm {...form} />
    </AppDialog>
  );
}

function ExportForm(props: ExportFormProps) {
  const { choices, visibleColumns, options: remembered, onExport, onClose } = props;
  const { t } = useTranslation();
  const [kind, setKind] = useState<ExportKind | null>(null);
  const clock = useClock();
  const [options, setOptions] = useState(remembered);
  const [hasAllColumns, setHasAllColumns] = useState(
    remembered.columns.length === tenantFields.length &&
      visibleColumns.length < tenantFields.length,
  );
  const change = (changes: Partial<ExportOptions>) => setOptions({ ...options, ...changes });

  const wanted = choices.find((choice) => choice.kind === kind && choice.unavailable === null);
  const choice = wanted ?? likelyChoice(choices);
  const columns = hasAllColumns ? tenantFields : visibleColumns;
  const isOfChanges = choice?.kind === 'changes';
  const hasChanges = choices.some((each) => each.kind === 'changes' && each.unavailable === null);
  const isOfSaved = choice?.scope.kind === 'all' && choice.scope.source === 'saved';

  const summary = {
    rows:
      typeof choice?.rows === 'number'
        ? t('screens.export.rows', { count: choice.rows })
        : t('screens.export.rowsUnknown'),
    columns: t('screens.export.columnCount', { count: columns.length }),
    format: t(`screens.export.formats.${options.format}`),
    zone: clock.label,
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== null) onExport(choice.scope, { ...options, columns: [...columns] });
      }}
    >
      <Stack gap="lg">
        <ChoiceOfRows choices={choices} value={choice?.kind ?? null} onChange={setKind} />
        <Stack gap="sm">
          <Group justify="space-between">
            <Text aria-hidden="true">{t('screens.export.columns')}</Text>
            <SegmentedControl
              size="xs"
              aria-label={t('screens.export.columns')}
              data={[
                {
                  value: 'visible',
                  label: t('screens.export.visibleColumns', { count: visibleColumns.length }),
                },
                {
                  value: 'all',
                  label: t('screens.export.allColumns', { count: tenantFields.length }),
                },
              ]}
              disabled={isOfChanges}
              value={hasAllColumns ? 'all' : 'visible'}
              onChange={(value) => setHasAllColumns(value === 'all')}
            />
          </Group>
          <Group justify="space-between">
            <Text aria-hidden="true">{t('screens.export.format')}</Text>
            <SegmentedControl
              size="xs"
              aria-label={t('screens.export.format')}
              data={exportFormats.map((format) => ({
                value: format,
                label: t(`screens.export.formats.${format}`),
              }))}
              value={options.format}
              onChange={(format) => change({ format })}
            />
          </Group>
          {/* One over the other, so that nothing jumps between the formats. */}
          <div className={classes.formats}>
            <div data-hidden={options.format !== 'xlsx'}>
              <ExcelOptions
                options={options}
                onChange={change}
                isAvailable={isOfSaved && hasChanges}
              />
            </div>
            <div data-hidden={options.format !== 'csv'}>
              <CsvOptions options={options} onChange={change} />
            </div>
          </div>
        </Stack>
        <Group justify="space-between" wrap="nowrap" className={classes.end}>
          <Text size="xs" c="dimmed" aria-live="polite">
            {t(isOfChanges ? 'screens.export.summaryOfChanges' : 'screens.export.summary', summary)}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('screens.common.cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={choice === null}>
              {t('screens.export.export')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
