import { Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { csvSeparators } from '../../src-shared/choices.ts';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';

interface FormatOptionsProps {
  options: ExportOptions;
  onChange: (changes: Partial<ExportOptions>) => void;
}

const apart = { body: { justifyContent: 'space-between', alignItems: 'center' } };

/** @param isAvailable whether there are changes, and rows that they belong to. */
export function ExcelOptions(props: FormatOptionsProps & { isAvailable: boolean }) {
  const { options, onChange, isAvailable } = props;
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Switch
        size="sm"
        labelPosition="left"
        styles={apart}
        label={t('screens.export.withChanges')}
        disabled={!isAvailable}
        checked={isAvailable && options.withChanges}
        onChange={(event) => onChange({ withChanges: event.currentTarget.checked })}
      />
      <Text size="xs" c="dimmed">
        {t('screens.export.aboutExcel')}
      </Text>
    </Stack>
  );
}

/** What other programs make of a CSV is not in the file, so it is asked and said here. */
export function CsvOptions({ options, onChange }: FormatOptionsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text aria-hidden="true">{t('screens.export.separator')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('screens.export.separator')}
          data={csvSeparators.map((separator) => ({
            value: separator,
            label: t(`screens.export.separators.${separator}`),
          }))}
          value={options.csvSeparator}
          onChange={(csvSeparator) => onChange({ csvSeparator })}
        />
      </Group>
      <Switch
        size="sm"
        labelPosition="left"
        styles={apart}
        label={t('screens.export.protectIds')}
        checked={options.csvProtectsIds}
        onChange={(event) => onChange({ csvProtectsIds: event.currentTarget.checked })}
      />
      <Text size="xs" c="dimmed">
        {t('screens.export.aboutCsv')}
      </Text>
    </Stack>
  );
}
