import { backup } from './backup.ts';
import { helpDialogs } from './help-dialogs.ts';
import { importTexts } from './import.ts';
import { managed } from './managed.ts';
import { proofTexts, shrunkTexts, unreadableTexts } from './proof.ts';
import { proxy } from './proxy.ts';
import { settings } from './settings.ts';
import { tableFileTexts } from './table-file.ts';
import { updates } from './updates.ts';

/** The English texts that the page loads after its first screen. Components wait for them with `useLaterTexts`. */
export const later = {
  backup,
  helpDialogs,
  import: importTexts,
  managed,
  proof: proofTexts,
  proxy,
  settings,
  shrunk: shrunkTexts,
  tableFile: tableFileTexts,
  unreadable: unreadableTexts,
  updates,
};
