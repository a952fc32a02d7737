/** Texts of the command palette, and names of keys. */
export const help = {
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
