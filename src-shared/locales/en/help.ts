/** Texts of the About dialog, the diagnostics, the command palette and the list of shortcuts. */
export const help = {
  ownLicense: 'MIT license',
  licenses: 'Third-party licenses',
  licensesHint:
    'The licenses of Electron and Chromium are in LICENSES.chromium.html, in the folder of the app.',
  seeText: 'see text',
  diagnostics: 'Diagnostics',
  diagnosticsHint:
    'Send this to support when you report a problem. It contains no keys, tenants, account names or addresses.',
  findCommand: 'Search commands',
  noCommand: 'No matching commands',
  groups: {
    list: 'List',
    filters: 'Filters',
    views: 'Views',
    accounts: 'Accounts',
    settings: 'Settings',
    app: 'Help',
  },
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
