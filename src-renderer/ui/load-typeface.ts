/** Loads the two files of the typeface that English and Vietnamese need; the others come with their first letter. */
export async function loadTypeface(): Promise<void> {
  // Where it fails, the system's typeface is there.
  await document.fonts.load("1rem 'Inter Variable'", 'aạ').catch(() => []);
}
