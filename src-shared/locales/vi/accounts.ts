/** Các tài khoản: chuyển, thêm, đổi tên và gỡ. */
export const accounts = {
  title: 'Tài khoản',
  switch: 'Tài khoản: {{name}}',
  /** Đánh dấu dữ liệu mẫu. */
  madeUp: 'Giả lập',
  add: 'Thêm tài khoản…',
  manage: 'Quản lý tài khoản…',
  addTitle: 'Thêm tài khoản',
  name: 'Tên tài khoản',
  nameHint: 'Hiện trên tiêu đề cửa sổ và trong mọi tệp xuất. Có thể để trống.',
  nameOf: 'Tên của {{name}}',
  colorOf: 'Màu của {{name}}',
  remove: 'Gỡ {{name}}',
  removeQuestion:
    'Gỡ “{{name}}”? Khóa API, danh sách đã lưu cùng toàn bộ lịch sử, cách bố trí bảng và lựa chọn xuất của tài khoản này sẽ bị xóa hẳn khỏi máy. Các tệp bạn đã xuất vẫn còn.',
  removeSampleQuestion:
    'Gỡ “{{name}}”? Danh sách giả lập và cách bố trí bảng của nó sẽ bị xóa. Bạn có thể thêm lại dữ liệu mẫu bất cứ lúc nào.',
  removeConfirm: 'Có, gỡ tài khoản',
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
};
