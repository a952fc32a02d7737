import type { TFunction } from 'i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { kindOf, valueOf } from '../../src-shared/record-values.ts';
import { changeText } from './change-text.ts';
import type { ColumnField } from './field-name.ts';
import { valueText } from './value-text.ts';

interface Cell {
  column: ColumnField;
  tenant: ListedRecord;
  /** The account of the tenant, if all accounts are shown. */
  account: Account | undefined;
  t: TFunction;
  formatDate: (text: string) => string;
  formatAge: (text: string) => string;
}

/** Returns the text of a cell of the grid; an empty text if it has no value. */
export function columnText({ column, tenant, account, t, formatDate, formatAge }: Cell): string {
  const { change } = tenant;
  switch (column) {
    case 'account':
      return account?.name ?? '';
    case 'age':
      return formatAge(tenant.createdAt ?? '');
    case 'tags':
      return tenant.annotation?.tags.join(', ') ?? '';
    case 'note':
      return tenant.annotation?.note ?? '';
    case 'whatChanged':
      return change === undefined
        ? ''
        : changeText({ change, records: kindOf(tenant), t, formatDate });
    case 'foundAt':
      return change === undefined ? '' : formatDate(change.foundAt);
    case 'ownerId':
      return tenant.ownerName ?? tenant.ownerId ?? '';
    case 'hotlines':
      return tenant.hotlines?.join(', ') ?? '';
    default:
      return valueText({ field: column, value: valueOf(tenant, column), t, formatDate });
  }
}
