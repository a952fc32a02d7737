import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import { MarkedText } from './marked-text.tsx';
import { StatusLabel } from './status-label.tsx';
import classes from './tenant-value.module.css';
import { valueText } from './value-text.ts';

interface TenantValueProps {
  field: TenantField;
  value: string | null;
  t: TFunction;
  dateFormat: (text: string) => string;
  /** What is searched for, to be marked where it is found. */
  query?: string | undefined;
}

/**
 * One cell's value as people read it; what the server wrote for it is in its tooltip. Plain elements that are handed
 * what they need, because a page has thousands of them.
 */
export function TenantValue({ field, value, t, dateFormat, query }: TenantValueProps) {
  if (value === null || value.trim() === '') return <span className={classes.none}>—</span>;
  switch (field) {
    case 'status':
      return <StatusLabel status={value} t={t} />;
    case 'connectionMethod':
      return <span title={value}>{valueText({ field, value, t, dateFormat })}</span>;
    case 'createdAt':
    case 'updatedAt':
      return (
        <span className={classes.digits} title={value}>
          {valueText({ field, value, t, dateFormat })}
        </span>
      );
    case 'id':
    case 'ownerId':
    case 'connectionId':
      return (
        <span className={classes.digits}>
          <MarkedText text={value} query={query} />
        </span>
      );
    case 'name':
    case 'domain':
      return <MarkedText text={value} query={query} />;
  }
}
