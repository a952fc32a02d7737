import type { TFunction } from 'i18next';
import type { ExportOptions, ExportScope } from '../../src-shared/export-tenants.ts';
import { describeScope } from './describe-scope.ts';

interface SuggestedFile {
  /** The account's name, or `null` if it has none. */
  accountName: string | null;
  scope: ExportScope;
  /** The current day, such as `2026-11-23`. */
  date: string;
  format: ExportOptions['format'];
}

/** Characters that Windows forbids in file names, and invisible characters. */
const forbiddenCharacters = /[<>:"/\\|?*\p{C}]/gu;

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
  { accountName, scope, date, format }: SuggestedFile,
  translate: TFunction,
): string {
  const scopeText = describeScope(scope, translate);
  const parts = ['etelecom-tenants', joinWords(accountName ?? ''), joinWords(scopeText), date];
  return `${parts.filter((part) => part !== '').join('_')}.${format}`;
}

/** Joins words with hyphens, because underscores separate the parts of the name. */
function joinWords(text: string): string {
  const joined = text
    .normalize('NFC')
    .replace(forbiddenCharacters, ' ')
    .replace(/[\s_.]+/gu, '-');
  return limitBytes(joined).replace(/^-+|-+$/g, '');
}

/** Cuts text after the last whole character that fits into the maximum length. */
function limitBytes(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > maximumPartBytes) break;
    result += segment;
  }
  return result;
}
