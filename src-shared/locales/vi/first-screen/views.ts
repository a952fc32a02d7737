/** Texts of saved views: their tabs, menus and dialogs. */
export const views = {
  add: {
    button: 'Lưu chế độ xem…',
  },
  deleted: 'Đã xóa chế độ xem “{{name}}”',
};
