/** Texts of the command palette, and names of keys. */
export const help = {
  findCommand: 'Tìm lệnh',
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
