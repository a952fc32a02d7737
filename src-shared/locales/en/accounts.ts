/** The accounts: switching, adding, renaming and removing them. */
export const accounts = {
  title: 'Accounts',
  switch: 'Account: {{name}}',
  add: 'Add account…',
  manage: 'Manage accounts…',
  addTitle: 'Add an account',
  name: 'Account name',
  nameHint: 'As it stands in the window title and in every export. Empty: the name of the server.',
  nameOf: 'Name of {{name}}',
  colorOf: 'Color of {{name}}',
  remove: 'Remove {{name}}',
  removeQuestion:
    'Remove “{{name}}”? Its API key, its saved list with all history, its layout and export choices are removed from this computer for good. Sheets you exported stay.',
  removeSampleQuestion:
    'Remove “{{name}}”? The made-up list and what you changed about its layout are removed. You can add sample data again at any time.',
  removeConfirm: 'Yes, remove it',
  colors: {
    blue: 'Blue',
    orange: 'Orange',
    teal: 'Teal',
    pink: 'Pink',
    violet: 'Violet',
    green: 'Green',
    red: 'Red',
    gray: 'Gray',
  },
};
