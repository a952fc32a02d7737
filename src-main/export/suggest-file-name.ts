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
  const account = joinWords(accountName ?? '');
  const scopeText = joinWords(describeScope(scope, localization, comparedFrom));
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join('_');
  // Of the account and the scope, the longer one is shortened first.
  const room = Math.max(0, maximumLength - `etelecom-${records}___${date}.${format}`.length);
  const accountRoom = Math.max(room - scopeText.length, Math.floor(room / 2));
  const shortAccount = cut(account, (text) => text.length <= accountRoom);
  const shortScope = cut(scopeText, (text) => text.length <= room - shortAccount.length);
  const stem = join(`etelecom-${records}`, shortAccount, shortScope, date);
  return `${stem.slice(0, Math.max(1, maximumLength - format.length - 1))}.${format}`;
}

/** Returns the name of the file of a scheduled export, which is the same each time. */
export function nameScheduledFile(
  names: readonly string[],
  format: SuggestedFile['format'],
): string {
  const words = names.map(joinWords).filter((part) => part !== '');
  return `${['etelecom-tenants', ...words].join('_')}.${format}`;
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
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (!fits(result + segment)) break;
    result += segment;
  }
  return result.replace(/^-+|-+$/g, '');
}
