import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { mostCopiedRows } from '../../src-shared/limits.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { useCopy } from '../clipboard/use-copy.ts';
import type { CopiedTable } from '../clipboard/write-clipboard.ts';
import type { RowSelection } from '../selection/use-row-selection.ts';
import { useClock } from '../ui/clock-context.ts';
import { useAgeFormat } from '../ui/use-age-format.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { accountOf } from '../values/account-of.ts';
import { columnText } from '../values/column-text.ts';
import { headerText, type ColumnField } from '../values/field-name.ts';

interface CopyOptions {
  /** The visible columns, from left to right. */
  fields: readonly ColumnField[];
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  selection: RowSelection;
  /** Reads the rows from one position up to, but not including, another. */
  read: (from: number, to: number) => Promise<ListedRecord[]>;
}

/** Returns functions that copy cells and rows as they are shown. */
export function useCopyRows({ fields, accounts, selection, read }: CopyOptions) {
  const { t } = useTranslation();
  const clock = useClock();
  const formatDate = useDateFormat();
  const formatAge = useAgeFormat();
  const copy = useCopy();

  const tableOf = (
    tenants: readonly ListedRecord[],
    columns: readonly ColumnField[],
    hasHeader: boolean,
  ): CopiedTable => ({
    header: hasHeader ? columns.map((field) => headerText(t, field, clock)) : null,
    rows: tenants.map((tenant) =>
      columns.map((column) =>
        columnText({
          ...{ column, tenant, account: accountOf(accounts, tenant) },
          ...{ t, formatDate, formatAge },
        }),
      ),
    ),
  });
  const copyTenants = (tenants: readonly ListedRecord[], hasHeader: boolean) => {
    const table = tableOf(tenants.slice(0, mostCopiedRows), fields, hasHeader);
    void copy(Promise.resolve(table), tenants.length);
  };
  return {
    copyTenants,
    copyCell: (tenant: ListedRecord, field: ColumnField) => {
      void copy(Promise.resolve(tableOf([tenant], [field], false)), 1);
    },
    copySelected: (hasHeader: boolean) => {
      const { selected, count, has } = selection;
      // Excluded rows are dropped after reading, so that many more rows are read.
      const rows =
        selected.kind === 'some'
          ? selection.readFirst(mostCopiedRows)
          : read(0, Math.min(count, mostCopiedRows) + selected.except.size);
      const table = rows.then((tenants) =>
        tableOf(tenants.filter(has).slice(0, mostCopiedRows), fields, hasHeader),
      );
      void copy(table, count);
    },
  };
}
