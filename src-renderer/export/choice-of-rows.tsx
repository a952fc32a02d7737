import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportChoice, ExportKind } from './export-choices.ts';
import classes from './export-dialog.module.css';

interface ChoiceOfRowsProps {
  choices: readonly ExportChoice[];
  value: ExportKind | null;
  onChange: (kind: ExportKind) => void;
}

/** What of the list to export, each with its number of rows, or with why it cannot be had. */
export function ChoiceOfRows({ choices, value, onChange }: ChoiceOfRowsProps) {
  const { t } = useTranslation();
  const isLive = ({ scope }: ExportChoice) => scope.kind === 'all' && scope.source === 'live';
  return (
    <Radio.Group
      value={value}
      onChange={(chosen) => {
        const choice = choices.find(({ kind }) => kind === chosen);
        if (choice) onChange(choice.kind);
      }}
      aria-label={t('screens.export.what')}
    >
      <Stack gap={10}>
        {choices.map((choice) => {
          const { kind, rows, unavailable } = choice;
          return (
            <Radio
              key={kind}
              className={classes.choice}
              size="xs"
              value={kind}
              disabled={unavailable !== null}
              {...(kind === value && { 'data-autofocus': true })}
              label={
                <Group justify="space-between" gap="sm" wrap="nowrap" component="span">
                  <span>{t(`screens.export.kinds.${isLive(choice) ? 'live' : kind}`)}</span>
                  <Text
                    component="span"
                    size="xs"
                    c="dimmed"
                    style={{ fontVariantNumeric: 'tabular-nums' }}
                  >
                    {unavailable !== null
                      ? t(`screens.export.unavailable.${unavailable}`)
                      : rows === null
                        ? t('screens.export.rowsUnknown')
                        : t('screens.export.rows', { count: rows })}
                  </Text>
                </Group>
              }
            />
          );
        })}
      </Stack>
    </Radio.Group>
  );
}
