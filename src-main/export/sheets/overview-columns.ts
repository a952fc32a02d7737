import type { AccountTotals, Overview, ValueCount } from '../../../src-shared/facets.ts';
import { isKnown, knownStatuses } from '../../../src-shared/tenant-fields.ts';
import type { Column } from './column.ts';
import { toDateCell } from './date-cell.ts';
import { translateStatus, type AccountNames, type Localization } from './tenant-columns.ts';

/** One month of the sheet of growth. What the history does not reach back to is `null`. */
export interface GrowthRow {
  /** `2026-11` */
  month: string;
  /** Tenants of today's list that the server created in this month. */
  created: number | null;
  /** The tenants at the end of the month, or now, by status. */
  statuses: readonly ValueCount[] | null;
  new: number | null;
  gone: number | null;
}

/** Returns one row for each month that the overview knows something about, oldest first. */
export function toGrowthRows({ months, growth, statuses }: Overview): GrowthRow[] {
  const created = new Map(months.map(({ month, count }) => [month, count]));
  const grown = new Map(growth.months.map((row) => [row.month, row]));
  const names = [...new Set([...created.keys(), ...grown.keys()])].toSorted();
  return names.map((month) => {
    const row = grown.get(month);
    // The last month is the current one, whose numbers are those of the list. They do not need a history.
    const isCurrent = month === names.at(-1);
    return {
      month,
      created: created.get(month) ?? null,
      statuses: row?.statuses ?? (isCurrent ? statuses : null),
      new: row?.new ?? null,
      gone: row?.gone ?? null,
    };
  });
}

/** Returns the columns of the sheet of growth. */
export function createGrowthColumns(localization: Localization): Column<GrowthRow>[] {
  const { translate } = localization;
  return [
    { header: translate('sheet.month'), kind: 'label', cell: ({ month }) => month },
    ...createStatusColumns(localization).map(({ header, count }) =>
      numberColumn(header, ({ statuses }: GrowthRow) => statuses && count(statuses)),
    ),
    numberColumn(translate('sheet.foundNew'), (row) => row.new),
    numberColumn(translate('sheet.foundGone'), (row) => row.gone),
    numberColumn(translate('sheet.netNew'), (row) =>
      row.new === null || row.gone === null ? null : row.new - row.gone,
    ),
    numberColumn(translate('sheet.createdInMonth'), ({ created }) => created),
  ];
}

/** Returns the columns of the sheet of accounts. */
export function createAccountTotalsColumns(
  localization: Localization,
  accountNames: AccountNames,
): Column<AccountTotals>[] {
  const { translate, clock } = localization;
  return [
    {
      header: translate('tenants.account'),
      kind: 'text',
      cell: ({ accountId }) => accountNames.get(accountId) ?? null,
    },
    ...createStatusColumns(localization).map(({ header, count }) =>
      numberColumn(header, ({ statuses }: AccountTotals) => count(statuses)),
    ),
    numberColumn(translate('sheet.newThisMonth'), ({ newThisMonth }) => newThisMonth),
    numberColumn(translate('sheet.goneThisMonth'), ({ goneThisMonth }) => goneThisMonth),
    {
      header: translate('tenants.fieldInZone', {
        field: translate('sheet.fetchedAt'),
        zone: clock.label,
      }),
      kind: 'date',
      cell: ({ fetchedAt }) => (fetchedAt === null ? null : toDateCell(fetchedAt, clock)),
    },
  ];
}

/**
 * Returns the columns that count tenants: all, those with each known status, and the others. The statuses that a server
 * invents have no columns of their own, because headers must be unique and the same in every workbook.
 */
function createStatusColumns({
  translate,
}: Localization): { header: string; count: (statuses: readonly ValueCount[]) => number }[] {
  const countIf =
    (isCounted: (value: string | null) => boolean) => (statuses: readonly ValueCount[]) =>
      statuses.reduce((sum, { value, count }) => (isCounted(value) ? sum + count : sum), 0);
  return [
    { header: translate('sheet.sheetNames.tenants'), count: countIf(() => true) },
    ...knownStatuses.map((status) => ({
      header: translateStatus(status, translate),
      count: countIf((value) => value === status),
    })),
    {
      header: translate('sheet.otherStatuses'),
      count: countIf((value) => value === null || !isKnown(knownStatuses, value)),
    },
  ];
}

function numberColumn<Row>(header: string, read: (row: Row) => number | null): Column<Row> {
  return {
    header,
    kind: 'number',
    cell: (row) => {
      const number = read(row);
      return number === null ? null : { number };
    },
  };
}
