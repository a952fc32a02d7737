import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import { NoValue } from '../values/no-value.tsx';
import { StatusLabel } from '../values/status-label.tsx';
import { valueText } from '../values/value-text.ts';

interface TenantValueProps {
  field: TenantField;
  value: string | null;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** A value of a tenant. If its text differs from the server's value, the tooltip shows the server's. */
export function TenantValue({ field, value, t, formatDate }: TenantValueProps) {
  if (value === null || value.trim() === '') return <NoValue />;
  if (field === 'status') return <StatusLabel status={value} t={t} />;
  const text = valueText({ field, value, t, formatDate });
  return <span title={text === value ? undefined : value}>{text === '' ? <NoValue /> : text}</span>;
}
