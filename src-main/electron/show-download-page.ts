import { shell } from 'electron';
import { downloadPage } from '../../src-shared/updates.ts';

/** Opens the page with all versions in the browser. */
export async function showDownloadPage(): Promise<void> {
  // oxlint-disable-next-line no-restricted-properties -- The only address that the app opens. It is constant.
  await shell.openExternal(downloadPage);
}
