import { hostOf } from '../../../src-shared/host-of.ts';
import type { Filter } from '../../../src-shared/list-tenants.ts';
import { isKnown, knownStatuses } from '../../../src-shared/tenant-fields.ts';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import type { RowCounter } from './row-counter.ts';
import type { Comparison } from './change-columns.ts';
import type { Cell, Column } from './column.ts';
import { toDateCell } from './date-cell.ts';
import { describeBound, describeFilter } from './describe-filter.ts';
import { translateStatus, type Localization } from './tenant-columns.ts';

/** Where the rows of a workbook come from. */
export interface ExportOrigin {
  /** What the rows are; by default tenants. */
  records?: RecordKind;
  /** `null` if the renderer did not say. */
  source: 'live' | 'saved' | null;
  /** When the server sent the rows, RFC 3339; for several accounts, the oldest time. `null` if the renderer did not say. */
  fetchedAt: string | null;
  /** For several accounts, when the server sent the list of each; `null` if it was never read. */
  fetchedByAccount: readonly { accountName: string; fetchedAt: string | null }[];
  /** If the workbook has a sheet of hotlines: when the server sent them, `null` if never; or that they cannot be read. */
  hotlines?: { fetchedAt: string | null } | 'unreadable';
  /** The number of tenants of the whole list, of which the rows are a part; `null` if it is not known. */
  listTotal: number | null;
  /**
   * `complete`: all rows of the list. `partial`: the list was not read completely. `someAccounts`: the lists of some
   * accounts were not read completely. `page`, `selected`: rows that the user chose on the screen.
   */
  extent: 'complete' | 'partial' | 'someAccounts' | 'page' | 'selected';
  filter: Filter;
  /** If the workbook has changes. */
  comparison: Comparison | null;
  /** The name that the user gave the account. */
  accountName: string;
  /** The addresses of the servers, `null` for sample data. */
  baseUrls: readonly (string | null)[];
  /** The version of the app. */
  version: string;
}

/** What was written to the other sheets. */
interface Written {
  counter: Pick<RowCounter, 'rows' | 'changeLines' | 'statuses' | 'unreadableRows'>;
  /** The number of texts that were too long for a cell. */
  cutTexts: number;
  exportedAt: Date;
}

type InfoRow = readonly [label: string, value: Cell];

/** Returns the columns of the info sheet, which describes the other sheets. */
export function createInfoColumns({ translate }: Localization): Column<InfoRow>[] {
  return [
    { header: translate('sheet.infoName'), kind: 'label', cell: ([label]) => label },
    { header: translate('sheet.infoValue'), kind: 'text', cell: ([, value]) => value },
  ];
}

/** Returns the rows of the info sheet. Leaves out what is not known. */
export function createInfoRows(
  origin: ExportOrigin,
  { counter, cutTexts, exportedAt }: Written,
  localization: Localization,
): InfoRow[] {
  const { translate, clock } = localization;
  const { rows, changeLines, statuses, unreadableRows } = counter;
  const { source, fetchedAt, fetchedByAccount, extent, listTotal } = origin;
  const { filter, comparison, accountName, baseUrls, version } = origin;
  const toCell = (time: string | null = null) => time && toDateCell(time, clock);
  const servers = baseUrls.map((baseUrl) =>
    baseUrl === null ? translate('sheet.sampleData') : hostOf(baseUrl),
  );
  const infoRows: InfoRow[] = [
    [translate('sheet.account'), accountName],
    [translate('sheet.server'), servers.filter((server) => server !== '').join(', ') || null],
    [translate('sheet.exportedAt'), toCell(exportedAt.toISOString())],
    [
      translate('sheet.asOf'),
      filter.asOf === undefined ? null : describeBound(filter.asOf, localization),
    ],
    ...(fetchedByAccount.length === 0
      ? [[translate('sheet.fetchedAt'), toCell(fetchedAt)] as const]
      : fetchedByAccount.map((account) => createFetchedRow(account, localization))),
    [translate('sheet.hotlinesFetchedAt'), describeHotlines(origin, localization)],
    [
      translate('sheet.comparedFrom'),
      comparison && (toCell(comparison.from) ?? translate('sheet.nothingToCompare')),
    ],
    [translate('sheet.comparedTo'), comparison && toCell(comparison.to)],
    [translate('sheet.zone'), clock.label],
    [translate('sheet.source'), source === null ? null : translate(`sheet.sources.${source}`)],
    [translate('sheet.extent'), translate(`sheet.extents.${extent}`)],
    [translate('sheet.filter'), describeFilter(filter, localization, origin.records)],
    [
      translate('sheet.rows'),
      // An exported list that is whole needs no comparison with itself.
      listTotal === null || listTotal === rows
        ? { number: rows }
        : translate('sheet.rowsOf', { rows, total: listTotal }),
    ],
    [translate('sheet.changeLines'), changeLines === null ? null : { number: changeLines }],
    ...createStatusRows(statuses, localization),
    [translate('sheet.unreadableRows'), { number: unreadableRows }],
    [translate('sheet.cutTexts'), { number: cutTexts }],
    [translate('sheet.app'), `eTelecom Tenants ${version}`],
  ];
  return infoRows.filter(([, value]) => value !== null);
}

function describeHotlines({ hotlines }: ExportOrigin, { translate, clock }: Localization): Cell {
  if (hotlines === undefined) return null;
  if (hotlines === 'unreadable') return translate('sheet.hotlinesUnreadable');
  const { fetchedAt } = hotlines;
  return fetchedAt === null ? translate('sheet.neverFetched') : toDateCell(fetchedAt, clock);
}

function createFetchedRow(
  { accountName, fetchedAt }: ExportOrigin['fetchedByAccount'][number],
  { translate, clock }: Localization,
): InfoRow {
  return [
    translate('sheet.fetchedOf', { account: accountName }),
    fetchedAt === null ? translate('sheet.neverFetched') : toDateCell(fetchedAt, clock),
  ];
}

/** Returns the number of written tenants for each status: the known ones first, then the others by their names. */
function createStatusRows(
  statuses: ReadonlyMap<string | null, number>,
  { translate }: Localization,
): InfoRow[] {
  const others = [...statuses.keys()].filter(
    (status) => status === null || !isKnown(knownStatuses, status),
  );
  return [...knownStatuses, ...others.toSorted()].flatMap((status) => {
    const number = statuses.get(status);
    if (number === undefined) return [];
    const label = status === null ? translate('sheet.none') : translateStatus(status, translate);
    return [[translate('sheet.ofStatus', { status: label }), { number }] as const];
  });
}
