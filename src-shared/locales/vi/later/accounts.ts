/** Texts for switching, adding, renaming and removing accounts. */
export const accounts = {
  title: 'Tài khoản',
  manage: 'Quản lý tài khoản…',
  addTitle: 'Thêm tài khoản',
  name: 'Tên tài khoản',
  nameHint: 'Hiện trên tiêu đề cửa sổ và trong tệp xuất. Không bắt buộc.',
  nameOf: 'Tên của {{name}}',
  colorOf: 'Màu của {{name}}',
  remove: 'Gỡ {{name}}',
  removeQuestion:
    'Gỡ “{{name}}”? Khóa API, danh sách đã lưu, lịch sử, cài đặt, chế độ xem, lịch xuất và các lần xuất gần đây của tài khoản này, cùng mọi dấu sao, ghi chú, nhãn và tên chủ sở hữu bạn đã thêm sẽ bị xóa vĩnh viễn khỏi máy, kể cả mọi danh sách bị hỏng mà ứng dụng đã giữ lại. Các tệp bạn đã xuất vẫn được giữ lại.',
  removeSampleQuestion:
    'Gỡ “{{name}}”? Dữ liệu mẫu, cài đặt, chế độ xem, lịch xuất và các lần xuất gần đây, cùng mọi dấu sao, ghi chú, nhãn và tên chủ sở hữu bạn đã thêm sẽ bị xóa. Bạn có thể thêm lại dữ liệu mẫu bất cứ lúc nào.',
  removeConfirm: 'Gỡ tài khoản',
  colors: {
    blue: 'Xanh dương',
    orange: 'Cam',
    teal: 'Xanh ngọc',
    pink: 'Hồng',
    violet: 'Tím',
    green: 'Xanh lá',
    red: 'Đỏ',
    gray: 'Xám',
  },
  add: 'Thêm tài khoản…',
};
