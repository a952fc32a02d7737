import { dialog, type BrowserWindow } from 'electron';

/** Asks for a folder. @returns its path, or `null` if the user canceled. */
export async function chooseFolder(
  window: BrowserWindow | null,
  title: string,
): Promise<string | null> {
  const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { canceled, filePaths } =
    window === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}
