/** Texts of the command palette, and names of keys. */
export const help = {
  groups: {
    list: 'Danh sách',
    filters: 'Bộ lọc',
    views: 'Chế độ xem',
    accounts: 'Tài khoản',
    settings: 'Cài đặt',
    app: 'Trợ giúp',
  },
  noCommand: 'Không tìm thấy lệnh nào',
};
