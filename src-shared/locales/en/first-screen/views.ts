/** Texts of saved views: their tabs, menus and dialogs. */
export const views = {
  add: {
    button: 'Save view…',
  },
  deleted: 'View “{{name}}” deleted',
};
