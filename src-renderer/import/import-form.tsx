import { Alert, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSheet } from '../../src-shared/tables.ts';
import { columnsOf, seemsToHaveHeadings } from '../matching/table-columns.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { guessColumns, importedFields, type ColumnMapping } from './guess-columns.ts';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

/** How many values of a column are shown, so that the user sees which column it is. */
const shownValues = 3;

/** The value of the choice that imports no column. */
const noColumn = 'none';

interface ImportFormProps {
  /** At least one. */
  sheets: readonly TableSheet[];
  /** Chooses another file. */
  chooseButton: ReactNode;
  onClose: () => void;
}

/** Asks for the columns of a sheet, shows what they would change, and imports them. */
export function ImportForm({ sheets, chooseButton, onClose }: ImportFormProps) {
  const { t } = useTranslation();
  const [sheetIndex, setSheetIndex] = useState(0);
  const [chosen, setChosen] = useState<Partial<ColumnMapping>>({});
  const [chosenHeadings, setHasHeadings] = useState<boolean | null>(null);
  const sheet = sheets[sheetIndex] ?? { name: null, rows: [], roundedNumbers: 0 };
  const columns = columnsOf(sheet);
  const hasHeadings = chosenHeadings ?? seemsToHaveHeadings(sheet);
  const mapping = { ...guessColumns(columns, hasHeadings), ...chosen };
  const { report, error, isReading, isMapped, canImport, isImporting, start } = useImport(
    { sheet, sheetIndex, mapping, hasHeadings },
    onClose,
  );
  const options = columns.map(({ index, heading }) => ({
    value: String(index),
    label:
      hasHeadings && heading !== '' ? heading : t('tableFile.columnNumber', { number: index + 1 }),
  }));
  const examples = columns.find(({ index }) => index === mapping.tenant)?.values ?? [];
  const choose = (field: keyof ColumnMapping) => (value: string | null) =>
    setChosen({ ...chosen, [field]: value === noColumn ? null : Number(value) });
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        {sheets.length > 1 && (
          <Select
            size="xs"
            label={t('tableFile.sheet')}
            data={sheets.map(({ name }, index) => ({ value: String(index), label: name ?? '' }))}
            value={String(sheetIndex)}
            allowDeselect={false}
            onChange={(value) => {
              setSheetIndex(Number(value));
              setChosen({});
              setHasHeadings(null);
            }}
          />
        )}
        <Select
          size="xs"
          // The button that had the focus has moved.
          autoFocus
          label={t('import.columns.tenant')}
          data={options}
          value={mapping.tenant === null ? null : String(mapping.tenant)}
          allowDeselect={false}
          onChange={choose('tenant')}
        />
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {examples.slice(0, shownValues).join(' · ')}
      </Text>
      <Group grow>
        {importedFields.map((field) => (
          <Select
            key={field}
            size="xs"
            label={t(`import.columns.${field}`)}
            data={[{ value: noColumn, label: t('import.doNotImport') }, ...options]}
            value={String(mapping[field] ?? noColumn)}
            allowDeselect={false}
            onChange={choose(field)}
          />
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {t('import.rules')}
      </Text>
      <Checkbox
        size="xs"
        label={t('tableFile.hasHeadings')}
        checked={hasHeadings}
        onChange={(event) => setHasHeadings(event.currentTarget.checked)}
      />
      {sheet.roundedNumbers > 0 && (
        <Alert color="yellow">{t('tableFile.rounded', { count: sheet.roundedNumbers })}</Alert>
      )}
      <ImportPreview report={report} isReading={isReading} isMapped={isMapped} />
      {error && <ErrorAlert error={error} />}
      <Group gap="xs">
        {chooseButton}
        <Group gap="xs" ml="auto">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('screens.common.cancel')}
          </Button>
          <SteadyButton size="xs" unavailable={!canImport} isPending={isImporting} onClick={start}>
            {t('import.import')}
          </SteadyButton>
        </Group>
      </Group>
    </Stack>
  );
}
