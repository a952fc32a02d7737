import { fieldsInOrder } from './tenant-fields.ts';

// These constants are not in the files of the schemas that use them, because the renderer must not load zod.

export const languages = ['en', 'vi'] as const;
export const colorSchemes = ['auto', 'light', 'dark'] as const;

export const densities = ['comfortable', 'compact'] as const;

/** The zoom levels of Chromium. */
export const zoomPercents = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Minutes between automatic refreshes; 0 is off. */
export const refreshIntervals = [0, 15, 60] as const;

/**
 * The moments that a list can be compared with, besides any time: its last refresh, the last look at its changes, its last
 * export.
 */
export const namedBaselines = ['lastRefresh', 'seen', 'lastExport'] as const;

/** How long the history of a list is kept, in days; 0 is always. */
export const historyDays = [90, 400, 0] as const;

/** After how many hours a refresh reads the whole list again. Quick refreshes in between read only what is new. */
export const fullRefreshHours = [1, 6, 24, 72, 168] as const;

/** Whether the app looks for newer versions itself, and whether it asks before it downloads one. */
export const updateModes = ['automatic', 'ask', 'off'] as const;

/** Used in place of an account id for the saved lists of all accounts together. */
export const allAccounts = 'all';

/** Mantine colors that are easy to tell apart as dots, in both color schemes. */
export const accountColors = [
  'blue',
  'orange',
  'teal',
  'pink',
  'violet',
  'green',
  'red',
  'gray',
] as const;

/** The longest name of an account. It has to fit a window title and a file name. */
export const maximumNameLength = 60;

/** The bounds of a column's width, in CSS pixels. */
export const narrowest = 40;
export const widest = 2000;

export const exportFormats = ['xlsx', 'csv'] as const;
export const csvSeparators = ['comma', 'semicolon'] as const;

/** The options of an account's first export. */
export const defaultExportOptions = {
  format: exportFormats[0],
  columns: [...fieldsInOrder.tenants],
  withHotlines: false,
  withChanges: false,
  csvSeparator: csvSeparators[0],
  csvProtectsIds: false,
};
