import { cutText } from '../../src-shared/cut-text.ts';
import type { ExportOptions, ExportScope } from '../../src-shared/export-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { describeScope } from './describe-scope.ts';
import type { Localization } from './sheets/tenant-columns.ts';

interface SuggestedFile {
  /** The account's name, or `null` if it has none. */
  accountName: string | null;
  scope: ExportScope;
  /** What the rows are. */
  records: RecordKind;
  /** When the older list of a comparison was complete, RFC 3339; `null` if nothing is compared. */
  comparedFrom: string | null;
  /** The current day, such as `2026-11-23`. */
  date: string;
  format: ExportOptions['format'];
  /** How long the name may be in all, if that is possible. */
  maximumLength: number;
}

/** Characters that Windows forbids in file names, brackets, which Excel refuses, and invisible characters. */
const forbiddenCharacters = /[<>:"/\\|?*[\]\p{C}]/gu;

/**
 * The maximum length of the account name and of the scope, in bytes of UTF-8. File systems allow names of 255 bytes.
 * The whole name stays below that, with room for a suffix such as ` (2)`.
 */
const maximumPartBytes = 80;

/**
 * Returns the file name that the save dialog suggests, such as
 * `etelecom-tenants_<account>_<scope>_2026-11-23.xlsx`. Every operating system accepts it: the prefix keeps it from
 * being one of Windows' reserved names, and the extension keeps it from ending with a dot or a space. Accents are kept,
 * in the composed form that Windows and Excel use.
 */
export function suggestFileName(
  { accountName, scope, records, comparedFrom, date, format, maximumLength }: SuggestedFile,
  localization: Localization,
): string {
  const scopeText = describeScope(scope, localization, comparedFrom);
  const room = maximumLength - `etelecom-${records}___${date}.${format}`.length;
  const parts = shortenParts(joinWords(accountName ?? ''), joinWords(scopeText), room);
  const stem = joinParts([`etelecom-${records}`, ...parts, date]);
  return `${stem.slice(0, Math.max(1, maximumLength - format.length - 1))}.${format}`;
}

interface ScheduledFile extends Pick<SuggestedFile, 'format' | 'maximumLength'> {
  accountName: string;
  /** The view's name, or `null` for all tenants. */
  viewName: string | null;
}

/**
 * Returns the name of the file of a scheduled export, which is the same each time. Names with the same beginning can get
 * the same file name if they are shortened.
 */
export function nameScheduledFile({
  accountName,
  viewName,
  format,
  maximumLength,
}: ScheduledFile): string {
  const room = maximumLength - `etelecom-tenants__.${format}`.length;
  const parts = shortenParts(joinWords(accountName), joinWords(viewName ?? ''), room);
  return `${joinParts(['etelecom-tenants', ...parts])}.${format}`;
}

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('_');
}

/** Shortens two parts of a name to `maximum` characters together. Shortens the longer part first. */
function shortenParts(first: string, second: string, maximum: number): [string, string] {
  const room = Math.max(0, maximum);
  const firstRoom = Math.max(room - second.length, Math.floor(room / 2));
  const shortFirst = cut(first, (text) => text.length <= firstRoom);
  return [shortFirst, cut(second, (text) => text.length <= room - shortFirst.length)];
}

/** Joins words with hyphens, because underscores separate the parts of the name. */
function joinWords(text: string): string {
  const joined = text
    .normalize('NFC')
    .replace(forbiddenCharacters, ' ')
    .replace(/[\s_.]+/gu, '-');
  const encoder = new TextEncoder();
  return cut(joined, (part) => encoder.encode(part).length <= maximumPartBytes);
}

/** Cuts a text after the last whole character with which it still fits. Leaves no hyphen at either end. */
function cut(text: string, fits: (text: string) => boolean): string {
  return cutText(text, fits).replace(/^-+|-+$/g, '');
}
