/** Texts of the grid: columns, selection and menus. */
export const grid = {
  select: 'Select',
  selectPage: 'Select all rows on this page',
  selectRow: 'Select {{name}}',
  allRows: 'All',
  second: 'second, {{direction}}',
  ascending: 'ascending',
  descending: 'descending',
  columns: 'Columns',
  copy: {
    copied_one: '{{count, number}} row copied',
    copied_other: '{{count, number}} rows copied',
    copiedFirst:
      'Copied the first {{count, number}} of {{of, number}} rows. To get them all, export the list.',
    refused: 'Nothing was copied. Try again, or export instead.',
  },
};
