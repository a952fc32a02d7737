export const proofTexts = {
  title: 'Danh sách đã đầy đủ chưa?',
  open: 'Xem chi tiết lần làm mới gần nhất',
  complete: 'Đã đầy đủ. Danh sách trên máy chủ đã được đọc đến hết, mỗi tổng đài một lần.',
  completeButUnreadable_other:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng có {{count, number}} dòng không đọc được. Các dòng đó được giữ lại trên máy này nhưng không có trong danh sách. Tổng đài ứng với các dòng đó không bị coi là không còn.',
  completeWithBreak:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng làm {{count, number}} đợt. Tổng đài thay đổi giữa các đợt có thể bị thiếu hoặc chưa được cập nhật.',
  partial: 'Chưa đầy đủ. Lần làm mới đầu tiên chưa xong. Các tổng đài đã tải đang được hiển thị.',
  nothing: 'Chưa có gì được lưu. Hãy làm mới danh sách.',
  pages: 'Số trang đã đọc',
  rows: 'Số tổng đài',
  duplicates: 'Dòng bị trùng',
  unreadable: 'Dòng không đọc được',
  lastPage: 'Trang cuối',
  lastPageReached: 'Đã đọc',
  lastPageNotReached: 'Chưa đọc',
  duration: 'Thời gian làm mới',
  startedAt: 'Bắt đầu',
  finishedAt: 'Kết thúc',
  part: 'Đợt {{number, number}}',
  quick: 'Làm mới nhanh',
  quickLast: 'Lần làm mới nhanh gần nhất',
  quickNone: 'Chưa có kể từ khi đọc toàn bộ danh sách',
  quickHint:
    'Làm mới nhanh chỉ đọc những gì máy chủ cập nhật sau cùng. Cách này tìm được tổng đài mới và đã đổi, nhưng không tìm được tổng đài không còn và các thay đổi mà máy chủ không ghi ngày cập nhật mới. Những thay đổi đó được tìm thấy khi đọc lại toàn bộ danh sách, chậm nhất là sau khoảng thời gian trong phần cài đặt.',
  quickOff: {
    missed:
      'Đã tắt cho tài khoản này từ {{time}}: làm mới nhanh sẽ bỏ sót một thay đổi. Mỗi lần làm mới đều đọc toàn bộ danh sách.',
    unsorted:
      'Đã tắt cho tài khoản này từ {{time}}: máy chủ không sắp xếp danh sách theo ngày cập nhật. Mỗi lần làm mới đều đọc toàn bộ danh sách.',
  },
  interrupted: 'Lần làm mới gần nhất bị gián đoạn',
  running: 'Đang làm mới. Khi hoàn tất, kết quả mới sẽ thay cho kết quả này.',
};

export const unreadableTexts = {
  mark_other: '{{count, number}} dòng không đọc được',
  title: 'Các dòng không đọc được',
  show: 'Xem các dòng không đọc được',
  hint: 'Máy chủ có gửi các dòng này, nhưng ứng dụng không đọc được chúng như tổng đài. Tổng đài ứng với các dòng này vẫn được giữ nguyên trong danh sách và không bị coi là không còn.',
  row: 'Dòng {{number, number}}',
};
