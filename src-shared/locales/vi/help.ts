/** Texts of the About dialog, the diagnostics, the command palette and the list of shortcuts. */
export const help = {
  ownLicense: 'Giấy phép MIT',
  licenses: 'Giấy phép của bên thứ ba',
  licensesHint:
    'Giấy phép của Electron và Chromium nằm trong tệp LICENSES.chromium.html, trong thư mục của ứng dụng.',
  seeText: 'xem nội dung',
  diagnostics: 'Thông tin chẩn đoán',
  diagnosticsHint:
    'Hãy gửi kèm nội dung này khi báo lỗi. Trong đó không có khóa, tổng đài, tên tài khoản hay địa chỉ máy chủ.',
  findCommand: 'Tìm lệnh',
  noCommand: 'Không tìm thấy lệnh nào',
  groups: {
    list: 'Danh sách',
    filters: 'Bộ lọc',
    views: 'Chế độ xem',
    accounts: 'Tài khoản',
    settings: 'Cài đặt',
    app: 'Trợ giúp',
  },
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
