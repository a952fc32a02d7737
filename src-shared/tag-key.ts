// Not in the file of the schemas, because the renderer must not load zod.

/**
 * Returns the text by which tags are compared: upper and lower case are the same, but accents are not, because words that
 * differ in them have different meanings. A tag keeps the case in which it was first used in a list.
 */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}
