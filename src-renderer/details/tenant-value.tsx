import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import { NoValue } from '../tenants/no-value.tsx';
import { StatusLabel } from '../tenants/status-label.tsx';
import { valueText } from '../tenants/value-text.ts';

interface TenantValueProps {
  field: TenantField;
  value: string | null;
  t: TFunction;
  dateFormat: (text: string) => string;
}

/** A value as people read it; where that is not what the server wrote, its tooltip says what is. */
export function TenantValue({ field, value, t, dateFormat }: TenantValueProps) {
  if (value === null || value.trim() === '') return <NoValue />;
  if (field === 'status') return <StatusLabel status={value} t={t} />;
  const text = valueText({ field, value, t, dateFormat });
  return <span title={text === value ? undefined : value}>{text}</span>;
}
