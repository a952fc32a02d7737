import { Group, Radio, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { ExportChoice, ExportKind } from './export-choices.ts';
import classes from './export-dialog.module.css';

interface RowsChoiceProps {
  choices: readonly ExportChoice[];
  /** What is exported. */
  records: RecordKind;
  /** The baseline of the changes in words; `null` if there is nothing to compare. */
  changesSince: string | null;
  value: ExportKind | null;
  onChange: (kind: ExportKind) => void;
}

/** Radio buttons for the rows to export, each with its number of tenants or the reason why it is unavailable. */
export function RowsChoice({ choices, records, changesSince, value, onChange }: RowsChoiceProps) {
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
            label={<ChoiceLabel {...{ choice, records, changesSince, isPast }} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface ChoiceLabelProps extends Pick<RowsChoiceProps, 'records' | 'changesSince'> {
  choice: ExportChoice;
  /** The list on screen is of the past. */
  isPast: boolean;
}

function ChoiceLabel({ choice, records, changesSince, isPast }: ChoiceLabelProps) {
  const { t } = useTranslation();
  const { rows, unavailable } = choice;
  const rowCount =
    rows === null
      ? t('screens.export.rowsUnknown')
      : t('screens.export.tenants', { count: rows, context: records });
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" component="span">
      <span>{nameOf(choice, { records, changesSince, isPast, t })}</span>
      <Text component="span" size="xs" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {unavailable === null ? rowCount : t(`screens.export.unavailable.${unavailable}`)}
      </Text>
    </Group>
  );
}

/** Returns the name of a choice. */
function nameOf(
  { kind, scope }: ExportChoice,
  {
    records: context,
    changesSince,
    isPast,
    t,
  }: Omit<ChoiceLabelProps, 'choice'> & { t: TFunction },
): string {
  switch (kind) {
    case 'page':
    case 'selected':
      return t(`screens.export.kinds.${kind}`);
    case 'matching':
      return scope.kind === 'all' && scope.source === 'live'
        ? t('screens.export.kinds.live')
        : t('screens.export.kinds.matching', { context });
    case 'everything':
      return isPast
        ? t('screens.export.everythingNow', { context })
        : t('screens.export.kinds.everything', { context });
    case 'changes':
      return changesSince === null
        ? t('screens.changes.title')
        : t('screens.changes.since', { when: changesSince });
  }
}
