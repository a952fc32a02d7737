import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportFormats } from '../../src-shared/choices.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { ExportOptions, ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import {
  exportableMarks,
  fieldsInOrder,
  isKnown,
  type ExportableColumn,
} from '../../src-shared/tenant-fields.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { SegmentedRow, SwitchRow } from '../ui/labeled-row.tsx';
import {
  findLikelyChoice,
  listExportChoices,
  type Exportable,
  type ExportChoice,
  type ExportKind,
} from './export-choices.ts';
import classes from './export-dialog.module.css';
import { ExportSummary } from './export-summary.tsx';
import { CsvOptions, ExcelOptions } from './format-options.tsx';
import { RowsChoice } from './rows-choice.tsx';

interface ExportFormProps {
  accountId: string;
  /** What is exported. */
  records: RecordKind;
  exportable: Exportable;
  /** The baseline of the changes in words; `null` if there is nothing to compare. */
  changesSince: string | null;
  /** The visible columns of the grid, in their order. */
  visibleColumns: readonly ExportableColumn[];
  /** Whether hotlines are saved, so that a workbook of tenants can have a sheet of them. */
  hasHotlines: boolean;
  /** The initial options. */
  options: ExportOptions;
  onExport: (request: ExportTenantsRequest) => void;
  onClose: () => void;
}

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

function ExportForm(props: ExportFormProps) {
  const {
    accountId,
    records,
    exportable,
    changesSince,
    visibleColumns,
    hasHotlines,
    options: initialOptions,
    onExport,
    onClose,
  } = props;
  const { t } = useTranslation();
  const choices = listExportChoices(exportable);
  const allFields: readonly ExportableColumn[] = fieldsInOrder[records];
  const [kind, setKind] = useState<ExportKind | null>(null);
  const [options, setOptions] = useState(initialOptions);
  const [hasAllColumns, setHasAllColumns] = useState(
    hasAllFields(initialOptions) &&
      visibleColumns.filter((column) => isKnown(allFields, column)).length < allFields.length,
  );
  const [hasMarks, setHasMarks] = useState(
    () =>
      records === 'tenants' &&
      exportableMarks.every((column) => initialOptions.columns.includes(column)),
  );
  const change = (changes: Partial<ExportOptions>) => setOptions({ ...options, ...changes });

  const isAvailable = (choice: ExportChoice) => choice.unavailable === null;
  const chosen = choices.find((choice) => choice.kind === kind && isAvailable(choice));
  const choice = chosen ?? findLikelyChoice(choices);
  const chosenColumns = hasAllColumns ? allFields : visibleColumns;
  // Not a field of a tenant, so that *All* has it only if it is shown.
  const shownHotlines = visibleColumns.filter((column) => column === 'hotlines');
  const columns = [
    ...new Set([...chosenColumns, ...shownHotlines, ...(hasMarks ? exportableMarks : [])]),
  ];
  const exportsChanges = choice?.kind === 'changes';
  const hasChanges = choices.some((each) => each.kind === 'changes' && isAvailable(each));
  const exportsSavedList = choice?.scope.kind === 'all' && choice.scope.source === 'saved';
  const request = choice && {
    accountId,
    records,
    scope: choice.scope,
    options: { ...options, columns },
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (request !== null) onExport(request);
      }}
    >
      <Stack gap="lg">
        <RowsChoice
          choices={choices}
          records={records}
          changesSince={changesSince}
          value={choice?.kind ?? null}
          onChange={setKind}
        />
        <Stack gap="sm">
          <SegmentedRow
            label={t('screens.export.columns')}
            data={[
              {
                value: 'visible',
                label: t('screens.export.visibleColumns'),
              },
              {
                value: 'all',
                label: t('screens.export.allColumns'),
              },
            ]}
            disabled={exportsChanges}
            value={hasAllColumns ? 'all' : 'visible'}
            onChange={(value) => setHasAllColumns(value === 'all')}
          />
          {records === 'tenants' && (
            <SwitchRow
              label={t('screens.export.withMarks')}
              disabled={exportsChanges}
              checked={hasMarks}
              onChange={setHasMarks}
            />
          )}
          <SegmentedRow
            label={t('screens.export.format')}
            data={exportFormats.map((format) => ({
              value: format,
              label: t(`screens.export.formats.${format}`),
            }))}
            value={options.format}
            onChange={(format) => change({ format })}
          />
          {/* Both options are in the same grid cell, so that the dialog keeps its height when the format changes. */}
          <div className={classes.formats}>
            <div data-hidden={options.format !== 'xlsx'}>
              <ExcelOptions
                options={options}
                onChange={change}
                changesSince={changesSince}
                canHaveChanges={exportsSavedList && hasChanges}
                canHaveHotlines={records === 'tenants' && hasHotlines ? exportsSavedList : null}
              />
            </div>
            <div data-hidden={options.format !== 'csv'}>
              <CsvOptions options={options} onChange={change} />
            </div>
          </div>
        </Stack>
        <Group justify="space-between" wrap="nowrap" className={classes.end}>
          {choice !== null && request !== null ? (
            <ExportSummary choice={choice} request={request} />
          ) : (
            <span />
          )}
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

/** Returns whether the last export had all columns. It can have been one of other records. */
function hasAllFields({ columns }: ExportOptions): boolean {
  return Object.values(fieldsInOrder).some((fields) =>
    fields.every((field) => columns.some((column) => column === field)),
  );
}
