import type { TFunction } from 'i18next';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { timeZone } from '../../src-shared/time-zone.ts';
import type { Cell, SheetColumn } from './sheet.ts';
import { connectionMethodText, momentCell, statusText } from './tenant-sheet.ts';

/** Where the rows of a workbook are from and how true they are. */
export interface Stamp {
  /** `null` where the page on screen did not say. */
  source: 'live' | 'saved' | null;
  /** When the server gave the rows, RFC 3339; `null` likewise. */
  fetchedAt: string | null;
  /** `partial`: the list the rows are from was not read to its end. `page`, `selected`: rows that were on screen. */
  extent: 'complete' | 'partial' | 'page' | 'selected';
  filter: Filter;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
  version: string;
}

/** The columns of the sheet that says where the others are from. */
export function infoColumns(translate: TFunction): SheetColumn[] {
  return [
    { header: translate('sheet.infoName'), width: 28, isId: false },
    { header: translate('sheet.infoValue'), width: 60, isId: true },
  ];
}

/** The stamp in words, with how many rows the sheet has and how many could not be read. */
export function infoRows(
  { source, fetchedAt, extent, filter, baseUrl, version }: Stamp,
  { rows, unreadableRows }: { rows: number; unreadableRows: number },
  translate: TFunction,
): Cell[][] {
  const facts: [label: string, value: Cell][] = [
    [
      translate('sheet.fieldInZone', {
        field: translate('sheet.fetchedAt'),
        zone: timeZone.label,
      }),
      fetchedAt === null ? null : momentCell(fetchedAt),
    ],
    [
      translate('sheet.source'),
      source === null ? null : { text: translate(`sheet.sources.${source}`) },
    ],
    [translate('sheet.extent'), { text: translate(`sheet.extents.${extent}`) }],
    [translate('sheet.rows'), { number: rows }],
    [translate('sheet.unreadableRows'), { number: unreadableRows }],
    [
      translate('sheet.server'),
      { text: baseUrl === null ? translate('sheet.sampleData') : new URL(baseUrl).host },
    ],
    [translate('sheet.filter'), { text: filterText(filter, translate) }],
    [translate('sheet.app'), { text: `eTelecom Tenants ${version}` }],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[{ text: label }, value]]));
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
