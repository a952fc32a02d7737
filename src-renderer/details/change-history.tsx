import { Badge, Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../src-shared/changes.ts';
import type { RecordField } from '../../src-shared/list-record.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { useClock } from '../ui/clock-context.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { fieldName } from '../values/field-name.ts';
import classes from './change-history.module.css';
import { TenantValue } from './tenant-value.tsx';

/** The theme's green has too little contrast for small text. */
const colors = {
  new: { color: 'green', c: 'light-dark(#12703f, #5fd08d)' },
  changed: { color: 'accent' },
  gone: { color: 'gray' },
} as const;

/** The changes of a record that refreshes have found, newest first. */
export function ChangeHistory(props: { history: readonly Change[]; records: RecordKind }) {
  const { history, records } = props;
  const { t } = useTranslation();
  const formatDate = useDateFormat();
  const clock = useClock();
  if (history.length === 0)
    return <Text c="dimmed">{t('screens.details.noHistory', { context: records })}</Text>;
  return (
    <ol className={classes.history}>
      {history.map(({ kind, foundAt, fields }) => (
        <li key={`${foundAt} ${kind}`}>
          <Group gap="xs">
            <Badge variant="light" {...colors[kind]} tt="none" fw={600}>
              {t(`screens.changes.kinds.${kind}`)}
            </Badge>
            <Text size="xs" c="dimmed">
              {t('screens.details.foundAt', {
                time: `${formatDate(foundAt)} (${clock.label})`,
              })}
            </Text>
          </Group>
          {kind === 'changed' && (
            <ul className={classes.fields}>
              {fields.map((change) => (
                <FieldChange key={change.field} {...change} formatDate={formatDate} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

interface FieldChangeProps {
  field: RecordField;
  before: string | null;
  after: string | null;
  formatDate: (text: string) => string;
}

function FieldChange({ field, before, after, formatDate }: FieldChangeProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.change}>
      <Text span c="dimmed">
        {fieldName(t, field)}
      </Text>
      <del>
        <TenantValue field={field} value={before} t={t} formatDate={formatDate} />
      </del>
      <IconArrowRight size={14} role="img" aria-label={t('screens.details.became')} />
      <ins>
        <TenantValue field={field} value={after} t={t} formatDate={formatDate} />
      </ins>
    </li>
  );
}
