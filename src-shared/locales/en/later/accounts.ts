/** Texts for switching, adding, renaming and removing accounts. */
export const accounts = {
  title: 'Accounts',
  manage: 'Manage accounts…',
  addTitle: 'Add account',
  name: 'Account name',
  nameHint: 'Shown in the window title and in exports. Optional.',
  nameOf: 'Name of {{name}}',
  colorOf: 'Color of {{name}}',
  remove: 'Remove {{name}}',
  removeQuestion:
    'Remove “{{name}}”? Its API key, saved list, history, settings, views, scheduled exports, recent exports, and all stars, notes, tags and owner names you added are permanently deleted from this computer, and so are all damaged lists that the app has set aside. Files you exported are kept.',
  removeSampleQuestion:
    'Remove “{{name}}”? Its sample tenants, settings, views, scheduled exports, recent exports, and all stars, notes, tags and owner names you added are deleted. You can add sample data again at any time.',
  removeConfirm: 'Remove account',
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
  add: 'Add account…',
};
