/** Texts about backup files, in the settings and in the dialog that restores one. */
export const backup = {
  section: 'Your data',
  introduction:
    'A backup file contains your stars, notes, tags, owner names, views and settings, but no API keys or tenant lists.',
  saved: 'Saved: {{name}}',
  title: 'Restore',
  chooseFile: 'Choose another file…',
  savedAt: 'Saved {{time}}',
  account: 'Restore “{{name}}” to',
  stars_one: '{{count, number}} star',
  stars_other: '{{count, number}} stars',
  notes_one: '{{count, number}} note',
  notes_other: '{{count, number}} notes',
  tags_one: '{{count, number}} tag',
  tags_other: '{{count, number}} tags',
  ownerNames_one: '{{count, number}} owner name',
  ownerNames_other: '{{count, number}} owner names',
  views_one: '{{count, number}} view',
  views_other: '{{count, number}} views',
  nothing: 'Nothing of your own',
  leaveOut: 'Do not restore',
  sharedViews_one:
    '{{count, number}} view for “All accounts” or for every account is also restored.',
  sharedViews_other:
    '{{count, number}} views for “All accounts” or for every account are also restored.',
  invalidEntries_one: '{{count, number}} entry of the file is not valid and is not restored.',
  invalidEntries_other: '{{count, number}} entries of the file are not valid and are not restored.',
  rules:
    'The data in the file replaces yours for the same tenants, owners and views. Everything else stays.',
  withSettings: "Also restore the app's settings",
  withSettingsHint: 'Language, appearance, refresh, columns, and what each list shows.',
  restore: 'Restore',
  restored: 'Restored.',
  leftOut_one: 'Restored, except {{count, number}} view: there can be at most {{most, number}}.',
  leftOut_other: 'Restored, except {{count, number}} views: there can be at most {{most, number}}.',
};
