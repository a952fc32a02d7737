import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';

/** A cell that LibreOffice read: a text, or a number or date as one would type it in English. */
type LibreOfficeCell = { text: string } | { value: string };

/**
 * Exports every sheet, with all texts in quotes, and all numbers and dates as one would type them:
 * https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents#Filter_Options_for_the_CSV_Filter
 */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/** Returns whether LibreOffice is installed. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Reads a workbook with LibreOffice. @returns the rows of each sheet by the sheet's name. */
export async function readWithLibreOffice(path: string): Promise<Map<string, LibreOfficeCell[][]>> {
  const files = await convert([path], csvFilter);
  const prefix = `${basename(path, '.xlsx')}-`;
  return new Map(
    files.map(({ name, text }) => [name.slice(prefix.length, -'.csv'.length), parseCsv(text)]),
  );
}

/**
 * Reads CSV files with LibreOffice. @returns how many of their cells are formulas.
 *
 * @param separators the ASCII codes of the characters that separate fields, such as `59/9`.
 */
export async function countFormulas(paths: readonly string[], separators: string): Promise<number> {
  const files = await convert(paths, 'fods', `--infilter=CSV:${separators},34,76,1`);
  if (files.length !== paths.length) throw new Error('LibreOffice did not read all files');
  return files.map(({ text }) => text.split('table:formula=').length - 1).reduce((a, b) => a + b);
}

/** Reads a CSV file with commas in LibreOffice, which converts texts. @returns how many cells are not texts. */
export async function countConverted(path: string): Promise<number> {
  const [file] = await convert([path], 'fods', '--infilter=CSV:44,34,76,1,,1033,false,true');
  if (file === undefined) throw new Error('LibreOffice did not read the file');
  return [...file.text.matchAll(/office:value-type="(?!string)/g)].length;
}

/** Prints all sheets of a workbook to a PDF file. @returns the number of pages. */
export async function countPrintedPages(path: string): Promise<number> {
  const [pdf] = await convert([path], 'pdf');
  if (pdf === undefined) throw new Error('LibreOffice did not print the workbook');
  return [...pdf.text.matchAll(/\/Type *\/Page\b/g)].length;
}

/** Converts files with LibreOffice. @returns the names and contents of the new files. */
async function convert(paths: readonly string[], format: string, ...options: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    // Uses a separate profile, because LibreOffice may already be running with the user's profile.
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const output = join(folder, 'sheets');
    execFileSync(
      'soffice',
      [
        ...[`-env:UserInstallation=${profile}`, '--headless', ...options],
        ...['--convert-to', format, '--outdir', output, ...paths],
      ],
      // The order of dates depends on the language.
      { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    );
    return await Promise.all(
      (await readdir(output)).map(async (name) => ({
        name,
        text: await readFile(join(output, name), 'utf8'),
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Parses CSV in which only texts are quoted. Empty rows are left out. */
function parseCsv(text: string): LibreOfficeCell[][] {
  const rows: LibreOfficeCell[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g,
  )) {
    const cell = quoted === undefined ? { value: plain } : { text: quoted.replaceAll('""', '"') };
    rows.at(-1)?.push(cell);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => 'text' in cell || cell.value !== ''));
}
