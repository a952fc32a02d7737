/** Texts of the command palette, and names of keys. */
export const help = {
  groups: {
    list: 'List',
    filters: 'Filters',
    views: 'Views',
    accounts: 'Accounts',
    settings: 'Settings',
    app: 'Help',
  },
  noCommand: 'No matching commands',
};
