import { importTexts } from './import.ts';
import { tableFileTexts } from './table-file.ts';

/** The Vietnamese texts that the page loads after its first screen. Components wait for them with `useLaterTexts`. */
export const later = {
  import: importTexts,
  tableFile: tableFileTexts,
};
