/** Texts of the dialog that matches the values of a file. The import dialog shares those about files and columns. */
export const tableFileTexts = {
  title: 'Match a list',
  introduction:
    'Choose an Excel, CSV or text file with the IDs, domains or names of tenants. You can also paste a column into the search box, or drop a file on the window.',
  introduction_hotlines:
    'Choose an Excel, CSV or text file with the numbers, IDs or names of hotlines. You can also paste a column into the search box, or drop a file on the window.',
  chooseFile: 'Choose a file…',
  reading: 'Reading the file…',
  sheet: 'Sheet',
  column: 'Column',
  columnNumber: 'Column {{number}}',
  hasHeadings: 'The first row has headings',
  match_one: 'Match {{count, number}} value',
  match_other: 'Match {{count, number}} values',
  tooMany: 'Only {{most, number}} values can be matched at once. Split the list and try again.',
  tooLong_one:
    '{{count, number}} value is longer than {{most, number}} characters. Shorten it, or choose another column.',
  tooLong_other:
    '{{count, number}} values are longer than {{most, number}} characters. Shorten them, or choose another column.',
  rounded_one:
    '{{count, number}} cell holds a long number whose last digits may be lost, because Excel keeps only 15 digits. Format the column as text before you paste IDs.',
  rounded_other:
    '{{count, number}} cells hold long numbers whose last digits may be lost, because Excel keeps only 15 digits. Format the column as text before you paste IDs.',
};
