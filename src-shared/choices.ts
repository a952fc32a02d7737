import type { ExportOptions } from './export-tenants.ts';
import { tenantFields } from './tenant-fields.ts';

// Apart from the schemas that hold to them, so that the page, which parses nothing, does not load zod.

export const languages = ['en', 'vi'] as const;
export const colorSchemes = ['auto', 'light', 'dark'] as const;

export const densities = ['comfortable', 'compact'] as const;

/** As Chromium's own steps. */
export const zoomPercents = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Minutes between two refreshes by themselves; 0 is off. */
export const refreshIntervals = [0, 15, 60] as const;

/** Stands where an account's id would, for the saved lists of all accounts as one. */
export const allAccounts = 'all';

/** The dots accounts are told apart by: hues of Mantine's that can be told from each other and seen in both schemes. */
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

/** As long as is sensible in a window's title and in a file's name. */
export const maximumNameLength = 60;

/** Of a column, in CSS pixels. */
export const narrowest = 40;
export const widest = 2000;

export const exportFormats = ['xlsx', 'csv'] as const;
export const csvSeparators = ['comma', 'semicolon'] as const;

/** What the first export of an account starts with. */
export const defaultExportOptions: ExportOptions = {
  format: 'xlsx',
  columns: [...tenantFields],
  withChanges: false,
  csvSeparator: 'comma',
  csvProtectsIds: false,
};
