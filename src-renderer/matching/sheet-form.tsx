import { Alert, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  differentValues,
  longestMatchedValue,
  mostMatchedValues,
} from '../../src-shared/matched-fields.ts';
import type { TableSheet } from '../../src-shared/tables.ts';
import { columnsOf, seemsToHaveHeadings } from './table-columns.ts';

/** How many values of the column are shown, so that the user sees which column it is. */
const shownValues = 3;

interface SheetFormProps {
  /** At least one. */
  sheets: readonly TableSheet[];
  onMatch: (values: readonly string[]) => void;
}

/** Asks which sheet and which column has the values to match. */
export function SheetForm({ sheets, onMatch }: SheetFormProps) {
  const { t } = useTranslation();
  const [sheetIndex, setSheetIndex] = useState(0);
  const sheet = sheets[sheetIndex] ?? { name: null, rows: [], roundedNumbers: 0 };
  const columns = columnsOf(sheet);
  const [chosenColumn, setChosenColumn] = useState<number | null>(null);
  const [chosenHeadings, setHasHeadings] = useState<boolean | null>(null);
  const hasHeadings = chosenHeadings ?? seemsToHaveHeadings(sheet);
  const column = columns.find(({ index }) => index === chosenColumn) ?? columns[0];
  const { heading = '', values: others = [] } = column ?? {};
  const values = differentValues(hasHeadings ? others : [heading, ...others]);
  const hasTooMany = values.length > mostMatchedValues;
  const tooLong = values.filter((value) => value.length > longestMatchedValue).length;
  const nameOf = (index: number, text: string) =>
    hasHeadings && text !== '' ? text : t('tableFile.columnNumber', { number: index + 1 });
  return (
    <Stack gap="sm">
      {sheets.length > 1 && (
        <Select
          label={t('tableFile.sheet')}
          data={sheets.map(({ name }, index) => ({ value: String(index), label: name ?? '' }))}
          value={String(sheetIndex)}
          allowDeselect={false}
          onChange={(value) => {
            setSheetIndex(Number(value));
            setChosenColumn(null);
            setHasHeadings(null);
          }}
        />
      )}
      <Select
        label={t('tableFile.column')}
        data={columns.map((one) => ({
          value: String(one.index),
          label: nameOf(one.index, one.heading),
        }))}
        value={column === undefined ? null : String(column.index)}
        allowDeselect={false}
        data-autofocus
        onChange={(value) => setChosenColumn(Number(value))}
      />
      <Text size="xs" c="dimmed" truncate>
        {values.slice(0, shownValues).join(' · ')}
      </Text>
      <Checkbox
        label={t('tableFile.hasHeadings')}
        checked={hasHeadings}
        onChange={(event) => setHasHeadings(event.currentTarget.checked)}
      />
      {sheet.roundedNumbers > 0 && (
        <Alert color="yellow">{t('tableFile.rounded', { count: sheet.roundedNumbers })}</Alert>
      )}
      {hasTooMany && (
        <Alert color="red">{t('tableFile.tooMany', { most: mostMatchedValues })}</Alert>
      )}
      {tooLong > 0 && (
        <Alert color="red">
          {t('tableFile.tooLong', { count: tooLong, most: longestMatchedValue })}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          disabled={values.length === 0 || hasTooMany || tooLong > 0}
          onClick={() => onMatch(values)}
        >
          {t('tableFile.match', { count: values.length })}
        </Button>
      </Group>
    </Stack>
  );
}
