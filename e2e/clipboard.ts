import { launchBrowser } from '../test-host/chromium.ts';
import type { App } from './app.ts';

export interface Clipboard {
  text: string;
  html: string;
}

/**
 * Returns the contents of the clipboard. Chromium requires a permission to read it, which the app itself never gets.
 * `html` is empty if only text was copied, such as a single value. The code is a string because TypeScript does not
 * know the option `unsanitized` yet.
 */
export async function readClipboard({ page, hostName, evaluate }: App): Promise<Clipboard> {
  if (hostName === 'electron') {
    return evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read();
      const read = async (type: 'text/plain' | 'text/html') =>
        (await item?.getType(type))?.text() ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate<Clipboard>(`(async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ['text/html'] });
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
    return { text: await read('text/plain'), html: await read('text/html') };
  })()`);
}

/** Returns the cells of the table in a clipboard's HTML, and whether Excel and LibreOffice read all of them as text. */
export async function cellsOf({ page }: App, html: string) {
  // The app's own page may not parse HTML, because of its Trusted Types. Electron's context has no browser.
  const shared = page.context().browser();
  const browser = shared ?? (await launchBrowser({ env: process.env }));
  const context = await browser.newContext();
  const blank = await context.newPage();
  const cells = await blank.evaluate(readCells, html);
  await (shared === null ? browser : context).close();
  return cells;
}

function readCells(html: string) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const rows = [...document.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => {
      for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith('\n');
      return cell.textContent;
    }),
  );
  const isText = [...document.querySelectorAll('td, th')].every(
    (cell) =>
      cell.getAttribute('style')?.includes("mso-number-format:'\\@'") &&
      cell.getAttribute('sdnum') === '1033;0;@',
  );
  return { rows, isText };
}
