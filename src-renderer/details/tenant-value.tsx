import type { TFunction } from 'i18next';
import type { RecordField } from '../../src-shared/list-record.ts';
import { useClock } from '../ui/clock-context.ts';
import { describeTime } from '../ui/describe-time.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { NoValue } from '../values/no-value.tsx';
import { StatusLabel } from '../values/status-label.tsx';
import { valueText } from '../values/value-text.ts';

interface TenantValueProps {
  field: RecordField;
  value: string | null;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** A value of a tenant. The tooltip describes a time, or shows the server's value if the text differs from it. */
export function TenantValue({ field, value, t, formatDate }: TenantValueProps) {
  const language = useLanguage();
  const clock = useClock();
  const now = useNow();
  if (value === null || value.trim() === '') return <NoValue />;
  if (field === 'status') return <StatusLabel status={value} t={t} />;
  const text = valueText({ field, value, t, formatDate });
  const isTime = field === 'createdAt' || field === 'updatedAt';
  const described = isTime ? describeTime(value, { now, language, clock }) : null;
  const title = described ?? (text === value ? undefined : value);
  return <span title={title}>{text === '' ? <NoValue /> : text}</span>;
}
