import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';

/** A text as LibreOffice has it, or a number or date as it shows it. For tests only. */
export type ReadCell = { text: string } | { shown: string };

/**
 * Every sheet, all texts in quotes, all values as they are shown:
 * https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents#Filter_Options_for_the_CSV_Filter
 */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';

/** Whether LibreOffice is here. Debian's is installed with the other system packages of the tests. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The sheets of a workbook by their names, as LibreOffice reads them. */
export async function readWithLibreOffice(path: string): Promise<Map<string, ReadCell[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    // A profile of its own: one that is open elsewhere would answer, or refuse.
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const output = join(folder, 'sheets');
    const convert = ['--headless', '--convert-to', everySheet, '--outdir', output, path];
    execFileSync('soffice', [`-env:UserInstallation=${profile}`, ...convert], { stdio: 'ignore' });
    const sheets = new Map<string, ReadCell[][]>();
    const prefix = `${basename(path, '.xlsx')}-`;
    for (const name of await readdir(output)) {
      const text = await readFile(join(output, name), 'utf8');
      sheets.set(name.slice(prefix.length, -'.csv'.length), parseCsv(text));
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Of LibreOffice's own manner: a text is in quotes, a number or date is not, an empty cell is nothing. */
function parseCsv(text: string): ReadCell[][] {
  const rows: ReadCell[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g,
  )) {
    const cell = quoted === undefined ? { shown: plain } : { text: quoted.replaceAll('""', '"') };
    rows.at(-1)?.push(cell);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => 'text' in cell || cell.shown !== ''));
}
