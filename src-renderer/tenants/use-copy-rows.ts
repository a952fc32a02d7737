import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { mostCopiedRows, useCopy } from '../clipboard/use-copy.ts';
import type { CopiedTable } from '../clipboard/write-clipboard.ts';
import type { ColumnField } from '../layout/layout.ts';
import type { Selecting } from '../selection/use-selection.ts';
import { useClock } from '../ui/clock-context.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { accountOf } from './account-of.ts';
import { fieldName } from './field-name.ts';
import { valueText } from './value-text.ts';

interface CopiedRows {
  /** The columns on screen, in their order. */
  fields: readonly ColumnField[];
  /** Whose the tenants can be, where they say so. */
  accounts: readonly Account[] | null;
  selecting: Selecting;
  /** Reads rows by their places, from the first one to before the last. */
  read: (from: number, to: number) => Promise<Tenant[]>;
}

/** Copies cells and rows as they are on screen. */
export function useCopyRows({ fields, accounts, selecting, read }: CopiedRows) {
  const { t } = useTranslation();
  const clock = useClock();
  const dateFormat = useDateFormat();
  const { copied, copy } = useCopy();

  const tableOf = (
    tenants: readonly Tenant[],
    columns: readonly ColumnField[],
    isWithHead: boolean,
  ): CopiedTable => ({
    head: isWithHead ? columns.map((field) => fieldName(t, field, clock)) : null,
    rows: tenants.map((tenant) =>
      columns.map((field) =>
        field === 'account'
          ? (accountOf(accounts, tenant)?.name ?? '')
          : valueText({ field, value: tenant[field], t, dateFormat }),
      ),
    ),
  });
  const copyTenants = (tenants: readonly Tenant[], isWithHead: boolean) => {
    const some = tenants.slice(0, mostCopiedRows);
    void copy(Promise.resolve(tableOf(some, fields, isWithHead)), tenants.length);
  };
  return {
    copied,
    copyTenants,
    copyCell: (tenant: Tenant, field: ColumnField) => {
      void copy(Promise.resolve(tableOf([tenant], [field], false)), 1);
    },
    copySelected: (isWithHead: boolean) => {
      const { selection, count } = selecting;
      if (selection.kind === 'some') {
        copyTenants(selecting.tenants(), isWithHead);
        return;
      }
      // As many more are read as may have to be left out.
      const matching = read(0, Math.min(count, mostCopiedRows) + selection.except.size);
      const some = matching.then((tenants) =>
        tenants.filter(selecting.has).slice(0, mostCopiedRows),
      );
      void copy(
        some.then((tenants) => tableOf(tenants, fields, isWithHead)),
        count,
      );
    },
  };
}

export type CopyRows = ReturnType<typeof useCopyRows>;
