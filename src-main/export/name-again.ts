import { basename, extname } from 'node:path';

/** A day in a file's name, as the app writes it. */
const day = /\d{4}-\d{2}-\d{2}/g;

interface EarlierFile {
  path: string;
  /** The name that the app suggested for it. */
  suggestedName: string;
}

/**
 * Returns the name of a repeated export. If the user had accepted the suggested name, it is the one that is suggested
 * now. Otherwise it is the user's own name, with today as its last day, or with today added.
 *
 * @param suggestion the name that is suggested now.
 * @param today `2026-11-30`.
 */
export function nameAgain(
  { path, suggestedName }: EarlierFile,
  suggestion: string,
  today: string,
): string {
  const extension = extname(path);
  // A number was added because the name was taken, not chosen by the user.
  const stem = basename(path, extension).replace(/ \(\d+\)$/, '');
  if (`${stem}${extension}` === suggestedName) return suggestion;
  const last = [...stem.matchAll(day)].at(-1);
  return last === undefined
    ? `${stem}_${today}${extension}`
    : `${stem.slice(0, last.index)}${today}${stem.slice(last.index + today.length)}${extension}`;
}
