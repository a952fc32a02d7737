/** What Windows allows in no name, and what nobody can see in one. */
const forbidden = /[<>:"/\\|?*\p{C}]/gu;

/**
 * Of each part, in bytes of UTF-8: file systems end at 255, and the whole, with the date and what is appended while the
 * file is written, stays below.
 */
const longestPart = 80;

interface NameParts {
  /** The account's name; `null` where it has none. */
  account: string | null;
  /** What of the list is in the file, in short words; empty for all of it. */
  words: string;
  /** `2026-11-23` */
  date: string;
  extension: string;
}

/**
 * The name suggested for an export, `etelecom-tenants_<account>_<words>_2026-11-23.xlsx`, which every system takes: its
 * beginning keeps it from being one of Windows' reserved names, its extension from ending in a dot or a space. Accents
 * stay, composed as Windows and Excel write them.
 */
export function fileName({ account, words, date, extension }: NameParts): string {
  const parts = ['etelecom-tenants', plain(account ?? ''), plain(words), date];
  return `${parts.filter((part) => part !== '').join('_')}.${extension}`;
}

/** Words joined by hyphens; the underscore is for what stands between the parts. */
function plain(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(/[\s_.]+/gu, '-');
  return cut(words).replace(/^-+|-+$/g, '');
}

/** Cut by whole characters. */
function cut(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > longestPart) break;
    kept += segment;
  }
  return kept;
}
