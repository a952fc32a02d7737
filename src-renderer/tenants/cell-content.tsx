import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { TenantField } from '../../src-shared/tenant.ts';
import { markedText } from './marked-text.tsx';
import { NoValue } from './no-value.tsx';
import { StatusLabel } from './status-label.tsx';
import { valueText } from './value-text.ts';

interface Content {
  field: TenantField;
  value: string | null;
  t: TFunction;
  dateFormat: (text: string) => string;
  /** What is searched for, to be marked where it is found. */
  query: string | undefined;
}

/**
 * One cell's value as people read it. A function rather than a component, and text rather than elements where that is
 * enough: hundreds of cells come and go with every turn of the wheel.
 */
export function cellContent({ field, value, t, dateFormat, query }: Content): ReactNode {
  if (value === null || value.trim() === '') return <NoValue />;
  switch (field) {
    case 'status':
      return <StatusLabel status={value} t={t} />;
    case 'connectionMethod':
    case 'createdAt':
    case 'updatedAt':
      return valueText({ field, value, t, dateFormat });
    default:
      return markedText(value, query);
  }
}
