import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStubPlugin } from './stub-plugin.ts';

/** The plugins that electron-builder's installer calls, and that Debian's NSIS does not have. */
const plugins = {
  Nsis7z: ['Extract'],
  SpiderBanner: ['Show'],
  StdUtils: [
    'ExecShellAsUser',
    'GetAllParameters',
    'GetParameter',
    'GetParentPath',
    'TestParameter',
  ],
  UAC: ['_'],
  WinShell: ['SetLnkAUMI', 'UninstAppUserModelId', 'UninstShortcut'],
  nsProcess: ['_CloseProcess', '_FindProcess', '_KillProcess', '_Unload'],
};

/** Stands in for fpm, which is not in Debian: keeps its arguments and the script that runs after the installation. */
const fpm = `#!/bin/sh
previous=
for argument; do
  case $previous in
    --package) package=$argument ;;
    --after-install) script=$argument ;;
  esac
  previous=$argument
done
printf '%s\\0' "$@" > "$package.arguments"
cp "$script" "$package.after-install"
echo stub > "$package"
`;

/** Stands in for Wine, which would run an installer that only writes the uninstaller. */
const wine = `#!/bin/sh
echo stub > "\${1%exe}__uninstaller.exe"
`;

/** Debian's compiler of installers. Keeps the instructions that it prints. */
const makensis = `#!/bin/sh
exec /usr/bin/makensis -V4 "$@" > "$ELECTRON_BUILDER_NSIS_DIR/log/$$"
`;

/**
 * Creates a folder with the tools that electron-builder would otherwise download: Debian's where it has them, stubs where
 * it does not.
 *
 * @returns the environment in which electron-builder uses them.
 */
export async function createStubTools(folder: string): Promise<Record<string, string>> {
  const at = (...names: string[]) => join(folder, ...names);
  await mkdir(at('bin'), { recursive: true });
  await writeFile(at('bin', 'fpm'), fpm, { mode: 0o755 });
  await writeFile(at('bin', 'wine'), wine, { mode: 0o755 });

  for (const processor of ['x64', 'arm64']) {
    await mkdir(at('appimage', 'lib', processor), { recursive: true });
    await mkdir(at('appimage', 'runtimes'), { recursive: true });
    await writeFile(at('appimage', 'runtimes', `runtime-${processor}`), appImageRuntime);
  }
  for (const tool of ['mksquashfs', 'desktop-file-validate']) {
    await symlink(`/usr/bin/${tool}`, at('appimage', tool));
  }

  await mkdir(at('nsis', 'linux'), { recursive: true });
  await mkdir(at(installerLogs));
  await writeFile(at('nsis', 'linux', 'makensis'), makensis, { mode: 0o755 });
  for (const part of ['Contrib', 'Include', 'Plugins', 'Stubs']) {
    await symlink(`/usr/share/nsis/${part}`, at('nsis', part));
  }
  await mkdir(at('plugins', 'plugins', 'x86-unicode'), { recursive: true });
  for (const [name, functions] of Object.entries(plugins)) {
    const path = at('plugins', 'plugins', 'x86-unicode', `${name}.dll`);
    await writeFile(path, createStubPlugin(name, functions));
  }

  return {
    PATH: `${at('bin')}:${process.env.PATH}`,
    CUSTOM_FPM_PATH: at('bin', 'fpm'),
    APPIMAGE_TOOLS_PATH: at('appimage'),
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7zz',
    ELECTRON_BUILDER_NSIS_DIR: at('nsis'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: at('plugins'),
  };
}

/** Where the instructions of the Windows installers are, in the folder of the tools. There is a file for each script. */
export const installerLogs = join('nsis', 'log');

/** The size of the stub is the place where the file system of an AppImage begins. */
export const appImageRuntime = Buffer.alloc(4096, 'stub');
