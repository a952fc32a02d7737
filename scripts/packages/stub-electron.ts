import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import plist from 'plist';
import { root } from '../run.ts';

export type System = 'linux' | 'windows' | 'macos';
export type Processor = 'x64' | 'arm64';

/** Marks the place of the fuses in Electron's binary: https://github.com/electron/fuses */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseVersion = 1;
/** A fuse is `0` (off) or `1` (on). These are the opposite of what the packages must have, but the last one. */
const fuseStates = '111100111';
const fuses = `${fuseSentinel}${String.fromCharCode(fuseVersion, fuseStates.length)}${fuseStates}`;

/** More languages than the app has, to see that the others are removed. */
const languages = ['de', 'en-US', 'vi'];

/**
 * Creates a folder with the files of Electron that electron-builder changes, so that packages can be built without
 * Electron's binary. They do not start.
 */
export async function createStubElectron(
  folder: string,
  system: System,
  processor: Processor,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'LICENSE'), 'Electron');
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'Chromium');
  if (system === 'macos') return createMacApp(join(folder, 'Electron.app', 'Contents'));
  await mkdir(join(folder, 'resources'));
  await writeFiles(
    folder,
    languages.map((language) => `locales/${language}.pak`),
  );
  if (system === 'linux') await writeFile(join(folder, 'electron'), fuses, { mode: 0o755 });
  else await createWindowsBinary(join(folder, 'electron.exe'), processor);
}

/** Copies some program of this processor with a version in its resources, which electron-builder rewrites. */
async function createWindowsBinary(path: string, processor: Processor): Promise<void> {
  const programs = join(root, 'node_modules', 'electron-winstaller', 'vendor');
  await cp(join(programs, `7z-${processor}.exe`), path);
  await appendFile(path, fuses);
}

async function createMacApp(contents: string): Promise<void> {
  const bundle = async (folder: string, name: string) => {
    await writeFiles(folder, [`MacOS/${name}`]);
    const info = { CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron' };
    await writeFile(join(folder, 'Info.plist'), plist.build(info));
  };
  await bundle(contents, 'Electron');
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map(
    (kind) => `Electron Helper${kind}`,
  );
  for (const name of helpers) {
    await bundle(join(contents, 'Frameworks', `${name}.app`, 'Contents'), name);
  }
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework');
  const languageFiles = languages.map(
    (language) => `${language.replace('-US', '')}.lproj/locale.pak`,
  );
  await writeFiles(join(framework, 'Versions', 'A', 'Resources'), languageFiles);
  await writeFiles(join(contents, 'Resources'), [...languageFiles, 'electron.icns']);
  await writeFile(join(framework, 'Electron Framework'), fuses);
}

async function writeFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), name);
  }
}
