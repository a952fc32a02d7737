import type { TFunction } from 'i18next';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { Cell, Column } from './columns.ts';
import { momentCell } from './moment.ts';
import { connectionMethodText, statusText, type Wording } from './tenant-columns.ts';

/** Where the rows of a workbook are from and how true they are. */
export interface Stamp {
  /** `null` where the page on screen did not say. */
  source: 'live' | 'saved' | null;
  /** When the server gave the rows, RFC 3339; `null` likewise. */
  fetchedAt: string | null;
  /**
   * `partial`: the list the rows are from was not read to its end; `someAccounts`: those of some accounts were not.
   * `page`, `selected`: rows that were on screen.
   */
  extent: 'complete' | 'partial' | 'someAccounts' | 'page' | 'selected';
  filter: Filter;
  /** As the user calls it. */
  accountName: string;
  /** Of each server, and `null` for sample data. */
  baseUrls: readonly (string | null)[];
  version: string;
}

/** A fact about the workbook. */
type Fact = readonly [label: string, value: Cell];

/** What came out of writing the other sheets. */
export interface Outcome {
  rows: number;
  unreadableRows: number;
  /** Texts that were too long for a cell. */
  cutTexts: number;
}

/** The columns of the sheet that says where the others are from. */
export function infoColumns({ translate }: Wording): Column<Fact>[] {
  return [
    { header: translate('sheet.infoName'), kind: 'label', cell: ([label]) => label },
    { header: translate('sheet.infoValue'), kind: 'text', cell: ([, value]) => value },
  ];
}

/** The stamp in words, and what was written. */
export function infoFacts(
  { source, fetchedAt, extent, filter, accountName, baseUrls, version }: Stamp,
  { rows, unreadableRows, cutTexts }: Outcome,
  { translate, clock }: Wording,
): Fact[] {
  const facts: Fact[] = [
    [translate('sheet.account'), accountName],
    [
      translate('sheet.server'),
      baseUrls
        .map((baseUrl) =>
          baseUrl === null ? translate('sheet.sampleData') : new URL(baseUrl).host,
        )
        .join(', '),
    ],
    [translate('sheet.fetchedAt'), fetchedAt === null ? null : momentCell(fetchedAt, clock)],
    [translate('sheet.zone'), clock.label],
    [translate('sheet.source'), source === null ? null : translate(`sheet.sources.${source}`)],
    [translate('sheet.extent'), translate(`sheet.extents.${extent}`)],
    [translate('sheet.filter'), filterText(filter, translate)],
    [translate('sheet.rows'), { number: rows }],
    [translate('sheet.unreadableRows'), { number: unreadableRows }],
    [translate('sheet.cutTexts'), { number: cutTexts }],
    [translate('sheet.app'), `eTelecom Tenants ${version}`],
  ];
  return facts.filter(([, value]) => value !== null);
}

/** A filter as a person would read it: `Name: hoàng; Status: Enabled, Disabled`. */
function filterText(filter: Filter, translate: TFunction): string {
  const orNone = (value: string | null, text: (value: string) => string) =>
    value === null ? translate('sheet.none') : text(value);
  const conditions: [label: string, value: string | undefined][] = [
    [translate('sheet.search'), filter.name],
    [translate('tenants.fields.ownerId'), filter.ownerId],
    [
      translate('tenants.fields.status'),
      filter.statuses
        ?.map((status) => orNone(status, (value) => statusText(value, translate)))
        .join(', '),
    ],
    [
      translate('tenants.fields.connectionMethod'),
      filter.connectionMethods
        ?.map((method) => orNone(method, (value) => connectionMethodText(value, translate)))
        .join(', '),
    ],
    [translate('sheet.createdFrom'), filter.createdFrom],
    [translate('sheet.createdTo'), filter.createdTo],
    [translate('sheet.changedSince'), filter.changedSince],
    [translate('sheet.changedTo'), filter.changedTo],
    [translate('sheet.change'), filter.change && translate(`sheet.changes.${filter.change}`)],
  ];
  const set = conditions.filter(([, value]) => value !== undefined);
  return set.map(([label, value]) => `${label}: ${value}`).join('; ') || translate('sheet.all');
}
