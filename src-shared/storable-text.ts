/**
 * Returns a text as SQLite can keep it. Its functions end a text at the first U+0000, and UTF-8 has no half of a surrogate
 * pair. Both become U+FFFD, which says that something was there.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
