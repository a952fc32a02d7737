/** Texts of the command palette, and names of keys. */
export const help = {
  findCommand: 'Search commands',
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
