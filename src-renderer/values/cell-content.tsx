import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { RecordField } from '../../src-shared/list-record.ts';
import { markText } from './mark-text.tsx';
import { NoValue } from './no-value.tsx';
import { StatusLabel } from './status-label.tsx';
import { valueText } from './value-text.ts';

interface Content {
  field: RecordField;
  value: string | null;
  t: TFunction;
  formatDate: (text: string) => string;
  /** The search text, whose words are marked. */
  query: string | undefined;
}

/**
 * Renders a value in a cell of the grid. It is a function and not a component, and returns text where text is enough,
 * because scrolling renders hundreds of cells at once.
 */
export function cellContent({ field, value, t, formatDate, query }: Content): ReactNode {
  if (value === null || value.trim() === '') return <NoValue />;
  switch (field) {
    case 'status':
      return <StatusLabel status={value} t={t} />;
    case 'connectionMethod':
    case 'isFreeCharge':
    case 'createdAt':
    case 'updatedAt':
      return valueText({ field, value, t, formatDate }) || <NoValue />;
    default:
      return markText(value, query);
  }
}
