/** Texts of the About dialog, the diagnostics and the list of shortcuts. */
export const helpDialogs = {
  ownLicense: 'MIT license',
  licenses: 'Third-party licenses',
  licensesHint:
    'The licenses of Electron and Chromium are in LICENSES.chromium.html, in the folder of the app.',
  seeText: 'see text',
  diagnostics: 'Diagnostics',
  diagnosticsHint:
    'Send this to support when you report a problem. It contains no keys, tenants, account names or addresses.',
  inTheList: 'In the list',
  gridKeys: {
    enter: 'From the search box to the list',
    move: 'Next cell',
    rowEnds: 'First or last cell of the row',
    gridEnds: 'First or last row',
    screens: 'One screen up or down',
    open: 'Open details',
    neighbors: 'Previous or next row, while details are open',
    menu: 'Open the menu of the cell or column',
    select: 'Select the row',
    star: 'Star the row, or remove its star',
    extend: 'Select several rows',
    selectAll: 'Select all that match',
    clear: 'Clear selection',
    copy: 'Copy the cell or the selected rows',
    copyWithHeaders: 'Copy with headers',
    sort: 'In the header: sort',
    sortSecond: 'In the header: sort by a second column',
    resize: 'In the header: narrower or wider',
    moveColumn: 'In the header: move the column',
  },
};
