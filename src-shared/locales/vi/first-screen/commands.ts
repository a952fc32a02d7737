/** The names of the commands, in the menu, the palette and the list of shortcuts. */
export const commands = {
  allAccounts: 'Tất cả tài khoản',
};
