/** What the app says of itself: About, diagnostics, the palette and the list of shortcuts. */
export const help = {
  ownLicense: 'MIT license',
  licenses: 'Licenses of what is in it',
  licensesHint:
    'Electron and Chromium bring theirs along, in LICENSES.chromium.html beside the program.',
  seeText: 'see text',
  diagnostics: 'Diagnostics',
  diagnosticsHint:
    'For a report to support. It holds no key, no tenant, no account name and no address.',
  findCommand: 'What do you want to do?',
  noCommand: 'No command has this name',
  groups: {
    list: 'List',
    filters: 'Filters',
    accounts: 'Accounts',
    settings: 'Settings',
    app: 'Help',
  },
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
