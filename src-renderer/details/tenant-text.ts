import type { TFunction } from 'i18next';
import type { Account } from '../../src-shared/account.ts';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import { fieldsInOrder } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { kindOf, valueOf } from '../../src-shared/record-values.ts';
import type { Clock } from '../../src-shared/time-zone.ts';
import { fieldName, headerText } from '../values/field-name.ts';
import { valueText } from '../values/value-text.ts';

interface TextOptions {
  /** The account of the tenant, if all accounts are shown. */
  account: Account | undefined;
  /** The user's own name of the owner, if there is one. */
  ownerName: string | undefined;
  t: TFunction;
  clock: Clock;
  formatDate: (text: string) => string;
}

/** Returns all that is known about a tenant as text, with one line for each field that has a value: `Domain: abc.vn`. */
export function tenantText(tenant: ListRecord, options: TextOptions): string {
  const { account, ownerName, t, clock, formatDate } = options;
  const facts = fieldsInOrder[kindOf(tenant)].map((field) => {
    const value = valueText({ field, value: valueOf(tenant, field), t, formatDate });
    return {
      name: headerText(t, field, clock),
      value: field === 'ownerId' && ownerName !== undefined ? `${ownerName} (${value})` : value,
    };
  });
  const lines = [...facts, { name: fieldName(t, 'account'), value: account?.name ?? '' }]
    .filter(({ value }) => value.trim() !== '')
    .map(({ name, value }) => `${name}: ${value}`);
  // A value can have further lines, which become cells of their own in a spreadsheet.
  return guardFormula(lines.join('\n'), 'none');
}
