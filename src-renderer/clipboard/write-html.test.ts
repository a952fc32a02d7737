import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { writeHtml } from './write-html.ts';

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Reads an HTML table as LibreOffice does when it is pasted. @returns the XML of the sheet. */
function paste(html: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    writeFileSync(join(folder, 'table.html'), html);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const options = ['--headless', '--infilter=HTML (StarCalc)', '--convert-to', 'fods'];
    const files = ['--outdir', folder, join(folder, 'table.html')];
    execFileSync('soffice', [`-env:UserInstallation=${profile}`, ...options, ...files], {
      stdio: 'ignore',
    });
    return readFileSync(join(folder, 'table.fods'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.runIf(hasLibreOffice())(
  'writes cells that LibreOffice reads as text, unchanged',
  () => {
    const row = [
      ...['1108213456789012345', '007', '=1+1', '=HYPERLINK("http://x.vn";"x")', '+84 28', '-1'],
      ...['@SUM(1)', '＝1+1', '2026-01-02', '1/2', '12:30', '50%', '1e5', 'TRUE', 'Minh Anh'],
      ...['1900.6060', '(028)'],
    ];
    const sheet = paste(writeHtml([row], row));
    const cells = [
      ...sheet.matchAll(
        /<table:table-cell[^>]*value-type="(\w+)"[^>]*>\s*<text:p>(.*?)<\/text:p>/g,
      ),
    ];
    const texts = cells.map(([, type, text]) => [type, text?.replaceAll('&quot;', '"')]);
    expect(texts).toEqual([...row, ...row].map((text) => ['string', text]));
    expect(sheet).not.toContain('table:formula');
  },
  60_000,
);
