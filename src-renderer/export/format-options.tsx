import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { csvSeparators } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import { SegmentedRow, SwitchRow } from '../ui/labeled-row.tsx';

interface FormatOptionsProps {
  options: ExportOptions;
  onChange: (changes: Partial<ExportOptions>) => void;
}

interface ExcelOptionsProps extends FormatOptionsProps {
  /** The workbook can have a sheet of changes. */
  canHaveChanges: boolean;
  /** The workbook can have a sheet of hotlines; `null` if there are none. */
  canHaveHotlines: boolean | null;
  /** The baseline of the changes in words; `null` if there is nothing to compare. */
  changesSince: string | null;
}

/** Export options of an Excel workbook. */
export function ExcelOptions(props: ExcelOptionsProps) {
  const { options, onChange, canHaveChanges, canHaveHotlines, changesSince } = props;
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SwitchRow
        label={
          changesSince === null
            ? t('screens.export.withChanges')
            : t('screens.export.withChangesSince', { when: changesSince })
        }
        disabled={!canHaveChanges}
        checked={canHaveChanges && options.withChanges}
        onChange={(withChanges) => onChange({ withChanges })}
      />
      {canHaveHotlines !== null && (
        <SwitchRow
          label={t('screens.export.withHotlines')}
          disabled={!canHaveHotlines}
          checked={canHaveHotlines && options.withHotlines}
          onChange={(withHotlines) => onChange({ withHotlines })}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('screens.export.aboutExcel')}
      </Text>
    </Stack>
  );
}

/** Export options of a CSV file. Excel and other programs read the same CSV file in different ways. */
export function CsvOptions({ options, onChange }: FormatOptionsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SegmentedRow
        label={t('screens.export.separator')}
        data={csvSeparators.map((separator) => ({
          value: separator,
          label: t(`screens.export.separators.${separator}`),
        }))}
        value={options.csvSeparator}
        onChange={(csvSeparator) => onChange({ csvSeparator })}
      />
      <SwitchRow
        label={t('screens.export.protectIds')}
        checked={options.csvProtectsIds}
        onChange={(csvProtectsIds) => onChange({ csvProtectsIds })}
      />
      <Text size="xs" c="dimmed">
        {t('screens.export.aboutCsv')}
      </Text>
    </Stack>
  );
}
