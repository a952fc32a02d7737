/** Giới thiệu, thông tin chẩn đoán, bảng lệnh và danh sách phím tắt. */
export const help = {
  ownLicense: 'Giấy phép MIT',
  licenses: 'Giấy phép của các thành phần',
  licensesHint:
    'Electron và Chromium kèm giấy phép riêng trong tệp LICENSES.chromium.html cạnh chương trình.',
  seeText: 'xem nội dung',
  diagnostics: 'Thông tin chẩn đoán',
  diagnosticsHint:
    'Để gửi kèm khi báo lỗi. Không có khóa, tổng đài, tên tài khoản hay địa chỉ máy chủ.',
  findCommand: 'Bạn muốn làm gì?',
  noCommand: 'Không có lệnh nào như vậy',
  groups: {
    list: 'Danh sách',
    filters: 'Bộ lọc',
    accounts: 'Tài khoản',
    settings: 'Cài đặt',
    app: 'Trợ giúp',
  },
  pageUp: 'Page Up',
  pageDown: 'Page Down',
};
