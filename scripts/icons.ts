import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import { findChromium } from '../test-host/chromium.ts';
import { encodeIcns, encodeIco } from './icons/containers.ts';
import { root } from './run.ts';

const folder = join(root, 'build');
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
const macSizes = [32, 64, 128, 256, 512, 1024];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** Icons have a margin on macOS and none on Windows and Linux. */
const withMargin = '0 0 1024 1024';
const withoutMargin = '100 100 824 824';

/** `npm run icons`: draws `build/icon.svg` in the sizes and formats that electron-builder expects in `build/`. */
async function drawIcons(): Promise<void> {
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  const executablePath = findChromium(process.env);
  if (executablePath === undefined)
    throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    const draw = (viewBox: string, sizes: readonly number[]) =>
      drawAt(page, svg.replace(`viewBox="${withMargin}"`, `viewBox="${viewBox}"`), sizes);
    const bare = await draw(withoutMargin, [...windowsSizes, ...linuxSizes]);
    const framed = await draw(withMargin, macSizes);
    await rm(join(folder, 'icons'), { recursive: true, force: true });
    await mkdir(join(folder, 'icons'));
    await writeFile(join(folder, 'icon.ico'), encodeIco(pick(bare, windowsSizes)));
    await writeFile(join(folder, 'icon.icns'), encodeIcns(pick(framed, macSizes)));
    for (const png of pick(framed, [1024]).values()) await writeFile(join(folder, 'icon.png'), png);
    for (const [size, png] of pick(bare, linuxSizes)) {
      await writeFile(join(folder, 'icons', `${size}x${size}.png`), png);
    }
    // icons.test.ts compares it with the current drawing.
    const hash = createHash('sha256').update(svg).digest('hex');
    await writeFile(join(folder, 'icon.svg.sha256'), `${hash}\n`);
  } finally {
    await browser.close();
  }
}

async function drawAt(
  page: Page,
  svg: string,
  sizes: readonly number[],
): Promise<Map<number, Buffer>> {
  const pictures = new Map<number, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
    );
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  return pictures;
}

function pick(pictures: Map<number, Buffer>, sizes: readonly number[]): Map<number, Buffer> {
  return new Map([...pictures].filter(([size]) => sizes.includes(size)).sort(([a], [b]) => a - b));
}

await drawIcons();
