/** The accounts: switching, adding, renaming and removing them. */
export const accounts = {
  title: 'Accounts',
  switch: 'Account: {{name}}',
  /** The mark of sample data. */
  madeUp: 'Made up',
  add: 'Add account…',
  manage: 'Manage accounts…',
  addTitle: 'Add an account',
  name: 'Account name',
  nameHint: 'In the window title and in every export. May stay empty.',
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
