import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportChoice, ExportKind } from './export-choices.ts';
import classes from './export-dialog.module.css';

interface RowsChoiceProps {
  choices: readonly ExportChoice[];
  /** The baseline of the changes in words; `null` if there is nothing to compare. */
  changesSince: string | null;
  value: ExportKind | null;
  onChange: (kind: ExportKind) => void;
}

/** Radio buttons for the rows to export, each with its number of tenants or the reason why it is unavailable. */
export function RowsChoice({ choices, changesSince, value, onChange }: RowsChoiceProps) {
  const { t } = useTranslation();
  const isPast = choices.some(
    ({ scope }) => scope.kind === 'all' && scope.filter.asOf !== undefined,
  );
  return (
    <Radio.Group
      value={value}
      onChange={(kind) => {
        const choice = choices.find((each) => each.kind === kind);
        if (choice) onChange(choice.kind);
      }}
      aria-label={t('screens.export.what')}
    >
      <Stack gap={10}>
        {choices.map((choice) => (
          <Radio
            key={choice.kind}
            className={classes.choice}
            size="xs"
            value={choice.kind}
            disabled={choice.unavailable !== null}
            {...(choice.kind === value && { 'data-autofocus': true })}
            label={<ChoiceLabel {...{ choice, changesSince, isPast }} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface ChoiceLabelProps extends Pick<RowsChoiceProps, 'changesSince'> {
  choice: ExportChoice;
  /** The list on screen is of the past. */
  isPast: boolean;
}

function ChoiceLabel({ choice, changesSince, isPast }: ChoiceLabelProps) {
  const { t } = useTranslation();
  const { kind, scope, rows, unavailable } = choice;
  const isLive = scope.kind === 'all' && scope.source === 'live';
  const rowCount =
    rows === null ? t('screens.export.rowsUnknown') : t('screens.export.tenants', { count: rows });
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" component="span">
      <span>
        {kind === 'everything' && isPast
          ? t('screens.export.everythingNow')
          : kind !== 'changes'
            ? t(`screens.export.kinds.${isLive ? 'live' : kind}`)
            : changesSince === null
              ? t('screens.changes.title')
              : t('screens.changes.since', { when: changesSince })}
      </span>
      <Text component="span" size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {unavailable === null ? rowCount : t(`screens.export.unavailable.${unavailable}`)}
      </Text>
    </Group>
  );
}
