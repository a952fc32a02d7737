/**
 * Loads the two files of the typeface that English and Vietnamese need. The browser loads the other files when a letter
 * needs them.
 */
export async function loadTypeface(): Promise<void> {
  // If loading fails, the page falls back to the system's typeface.
  await document.fonts.load("1rem 'Inter Variable'", 'aạ').catch(() => []);
}
