import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { Cell, Column } from './column.ts';
import { toDateCell } from './date-cell.ts';
import { describeFilter } from './describe-filter.ts';
import type { Localization } from './tenant-columns.ts';

/** Where the rows of a workbook come from. */
export interface ExportOrigin {
  /** `null` if the renderer did not say. */
  source: 'live' | 'saved' | null;
  /** When the server sent the rows, RFC 3339. `null` if the renderer did not say. */
  fetchedAt: string | null;
  /**
   * `complete`: all rows of the list. `partial`: the list was not read completely. `someAccounts`: the lists of some
   * accounts were not read completely. `page`, `selected`: rows that the user chose on the screen.
   */
  extent: 'complete' | 'partial' | 'someAccounts' | 'page' | 'selected';
  filter: Filter;
  /** The moments that were compared, if the workbook has changes. `from` is `null` if there was nothing to compare with. */
  comparison: { from: string | null; to: string | null } | null;
  /** The name that the user gave the account. */
  accountName: string;
  /** The addresses of the servers, `null` for sample data. */
  baseUrls: readonly (string | null)[];
  /** The version of the app. */
  version: string;
}

/** What was written to the other sheets. */
interface WrittenCounts {
  rows: number;
  unreadableRows: number;
  /** The number of texts that were too long for a cell. */
  cutTexts: number;
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
  { rows, unreadableRows, cutTexts }: WrittenCounts,
  localization: Localization,
): InfoRow[] {
  const { translate, clock } = localization;
  const { source, fetchedAt, extent, filter, comparison, accountName, baseUrls, version } = origin;
  const toCell = (time: string | null = null) => time && toDateCell(time, clock);
  const servers = baseUrls.map((baseUrl) =>
    baseUrl === null ? translate('sheet.sampleData') : new URL(baseUrl).host,
  );
  const infoRows: InfoRow[] = [
    [translate('sheet.account'), accountName],
    [translate('sheet.server'), servers.join(', ')],
    [translate('sheet.asOf'), toCell(filter.asOf)],
    [translate('sheet.fetchedAt'), toCell(fetchedAt)],
    [
      translate('sheet.comparedFrom'),
      comparison && (toCell(comparison.from) ?? translate('sheet.nothingToCompare')),
    ],
    [translate('sheet.comparedTo'), comparison && toCell(comparison.to)],
    [translate('sheet.zone'), clock.label],
    [translate('sheet.source'), source === null ? null : translate(`sheet.sources.${source}`)],
    [translate('sheet.extent'), translate(`sheet.extents.${extent}`)],
    [translate('sheet.filter'), describeFilter(filter, localization)],
    [translate('sheet.rows'), { number: rows }],
    [translate('sheet.unreadableRows'), { number: unreadableRows }],
    [translate('sheet.cutTexts'), { number: cutTexts }],
    [translate('sheet.app'), `eTelecom Tenants ${version}`],
  ];
  return infoRows.filter(([, value]) => value !== null);
}
