/**
 * The channels of the bridge. The preload needs only their names, so they are in a file of their own: the preload is
 * bundled without zod.
 */
export const channelNames = [
  'loadApp',
  'savePreferences',
  'addAccount',
  'addSampleData',
  'showAccount',
  'changeAccount',
  'removeAccount',
  'connect',
  'testConnection',
  'removeKey',
  'listTenants',
  'getSavedList',
  'matchValues',
  'getFacets',
  'getOverview',
  'getChanges',
  'getUnseen',
  'setSeen',
  'setShownChanges',
  'getUnreadableRows',
  'decideShrunkList',
  'refreshList',
  'getTenant',
  'findSelected',
  'getAccountSettings',
  'saveLayout',
  'offerCommands',
  'getAbout',
  'getDiagnostics',
  'showLogs',
  'measureExport',
  'exportTenants',
  'openExport',
  'showExport',
  'readTable',
  'cancelRequest',
] as const;

export type ChannelName = (typeof channelNames)[number];
