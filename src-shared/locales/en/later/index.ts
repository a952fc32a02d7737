import { accounts } from './accounts.ts';
import { backup } from './backup.ts';
import { changesTexts } from './changes.ts';
import { commands } from './commands.ts';
import { errors } from './errors.ts';
import { exportTexts } from './export.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { helpDialogs } from './help-dialogs.ts';
import { importTexts } from './import.ts';
import { managed } from './managed.ts';
import { marks } from './marks.ts';
import { matchingTexts } from './matching.ts';
import { overviewTexts } from './overview.ts';
import { proofTexts, shrunkTexts, unreadableTexts } from './proof.ts';
import { proxy } from './proxy.ts';
import { screens } from './screens.ts';
import { settings } from './settings.ts';
import { tableFileTexts } from './table-file.ts';
import { updates } from './updates.ts';
import { views } from './views.ts';

/** The English texts that the page loads later. Components made with `lazyPart` or `withLaterTexts` wait for them. */
export const later = {
  accounts,
  backup,
  commands,
  errors,
  grid,
  help,
  helpDialogs,
  import: importTexts,
  managed,
  marks,
  proof: proofTexts,
  proxy,
  screens: {
    ...screens,
    changes: changesTexts,
    export: exportTexts,
    matching: matchingTexts,
    overview: overviewTexts,
  },
  settings,
  shrunk: shrunkTexts,
  tableFile: tableFileTexts,
  unreadable: unreadableTexts,
  updates,
  views,
};
