/**
 * The channels of the bridge. They stand apart from their schemas because the preload, which knows only the names,
 * must not carry a schema library into the sandbox.
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
  'forgetConnection',
  'listTenants',
  'getSavedList',
  'getFacets',
  'getOverview',
  'refreshList',
  'getTenant',
  'getAccountSettings',
  'saveLayout',
  'offerCommands',
  'getAbout',
  'getDiagnostics',
  'exportTenants',
  'openExport',
  'showExport',
  'cancelRequest',
] as const;

export type ChannelName = (typeof channelNames)[number];
