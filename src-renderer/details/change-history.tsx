import { Badge, Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../src-shared/saved-list.ts';
import type { TenantField } from '../../src-shared/tenant.ts';
import { useClock } from '../ui/clock-context.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import classes from './change-history.module.css';
import { TenantValue } from './tenant-value.tsx';

/** The green of the theme is too pale for letters this small. */
const colors = {
  new: { color: 'green', c: 'light-dark(#12703f, #5fd08d)' },
  changed: { color: 'accent' },
  gone: { color: 'gray' },
} as const;

/** What the refreshes found out about a tenant, newest first. */
export function ChangeHistory({ history }: { history: readonly Change[] }) {
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  const clock = useClock();
  if (history.length === 0) return <Text c="dimmed">{t('screens.details.noHistory')}</Text>;
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
                time: `${dateFormat(foundAt)} (${clock.label})`,
              })}
            </Text>
          </Group>
          {fields.length > 0 && (
            <ul className={classes.fields}>
              {fields.map((change) => (
                <FieldChange key={change.field} {...change} dateFormat={dateFormat} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

interface FieldChangeProps {
  field: TenantField;
  before: string | null;
  after: string | null;
  dateFormat: (text: string) => string;
}

function FieldChange({ field, before, after, dateFormat }: FieldChangeProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.change}>
      <Text span c="dimmed">
        {t(`tenants.fields.${field}`)}
      </Text>
      <del>
        <TenantValue field={field} value={before} t={t} dateFormat={dateFormat} />
      </del>
      <IconArrowRight size={14} role="img" aria-label={t('screens.details.became')} />
      <ins>
        <TenantValue field={field} value={after} t={t} dateFormat={dateFormat} />
      </ins>
    </li>
  );
}
