import type { TFunction } from 'i18next';
import type { TenantField } from '../../src-shared/tenant.ts';
import { isKnown, knownConnectionMethods } from '../../src-shared/tenant-fields.ts';
import { StatusLabel } from './status-label.tsx';
import classes from './tenant-value.module.css';

interface TenantValueProps {
  field: TenantField;
  value: string | null;
  t: TFunction;
  dateFormat: (text: string) => string;
}

/**
 * One cell's value as people read it; what the server wrote is in its tooltip. Plain elements that are
 * handed what they need, because a page has nine hundred of them.
 */
export function TenantValue({ field, value, t, dateFormat }: TenantValueProps) {
  if (value === null || value.trim() === '') return <span className={classes.none}>—</span>;
  switch (field) {
    case 'status':
      return <StatusLabel status={value} t={t} />;
    case 'connectionMethod':
      return <ConnectionMethod method={value} t={t} />;
    case 'createdAt':
    case 'updatedAt':
      return (
        <span className={classes.digits} title={value}>
          {dateFormat(value)}
        </span>
      );
    case 'id':
    case 'ownerId':
    case 'connectionId':
      return (
        <span className={classes.digits} title={value}>
          {value}
        </span>
      );
    case 'name':
    case 'domain':
      return <span title={value}>{value}</span>;
  }
}

function ConnectionMethod({ method, t }: { method: string; t: TFunction }) {
  const known = isKnown(knownConnectionMethods, method);
  return <span title={method}>{known ? t(`tenants.connectionMethods.${method}`) : method}</span>;
}
