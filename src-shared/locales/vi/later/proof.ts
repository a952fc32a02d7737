/** Texts of the dialog that proves what a refresh has read. */
export const proofTexts = {
  title: 'Danh sách đã đầy đủ chưa?',
  complete: 'Đã đầy đủ. Danh sách trên máy chủ đã được đọc đến hết, mỗi tổng đài một lần.',
  complete_hotlines: 'Đã đầy đủ. Danh sách trên máy chủ đã được đọc đến hết, mỗi hotline một lần.',
  completeButUnreadable_other:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng có {{count, number}} dòng không đọc được. Các dòng đó được giữ lại trên máy này nhưng không có trong danh sách. Tổng đài ứng với các dòng đó không bị coi là không còn.',
  completeButUnreadable_hotlines_other:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng có {{count, number}} dòng không đọc được. Các dòng đó được giữ lại trên máy này nhưng không có trong danh sách. Hotline ứng với các dòng đó không bị coi là không còn.',
  completeWithBreak:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng làm {{count, number}} đợt. Tổng đài thay đổi giữa các đợt có thể bị thiếu hoặc chưa được cập nhật.',
  completeWithBreak_hotlines:
    'Danh sách trên máy chủ đã được đọc đến hết, nhưng làm {{count, number}} đợt. Hotline thay đổi giữa các đợt có thể bị thiếu hoặc chưa được cập nhật.',
  partial: 'Chưa đầy đủ. Lần làm mới đầu tiên chưa xong. Các tổng đài đã tải đang được hiển thị.',
  partial_hotlines:
    'Chưa đầy đủ. Lần làm mới đầu tiên chưa xong. Các hotline đã tải đang được hiển thị.',
  nothing: 'Chưa có gì được lưu. Hãy làm mới danh sách.',
  pages: 'Số trang đã đọc',
  rows: 'Số tổng đài',
  rows_hotlines: 'Số hotline',
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
  quickNone: 'Chưa có lần nào kể từ khi đọc toàn bộ danh sách',
  quickHint:
    'Làm mới nhanh chỉ đọc những gì máy chủ cập nhật gần nhất. Cách này tìm được tổng đài mới và tổng đài đã đổi, nhưng không phát hiện được tổng đài không còn và những thay đổi mà máy chủ không ghi ngày cập nhật mới. Những thay đổi đó được tìm thấy khi đọc lại toàn bộ danh sách, chậm nhất là sau khoảng thời gian trong phần cài đặt.',
  quickOff: {
    missed:
      'Đã tắt cho tài khoản này: lúc {{time}} có một thay đổi mà làm mới nhanh lẽ ra đã bỏ sót. Mỗi lần làm mới đều đọc toàn bộ danh sách. Ứng dụng thử làm mới nhanh trở lại sau bảy ngày không có thay đổi như vậy.',
    unsorted:
      'Đã tắt cho tài khoản này từ {{time}}: máy chủ không sắp xếp danh sách theo ngày cập nhật. Mỗi lần làm mới đều đọc toàn bộ danh sách. Ứng dụng thử làm mới nhanh trở lại sau bảy ngày.',
  },
  hotlines: {
    title: 'Hotline',
    wrong_address: 'Máy chủ này không có danh sách hotline.',
    no_permission: 'Khóa này không được đọc hotline. Hãy đề nghị eTelecom cấp quyền.',
    failed: 'Lần làm mới toàn bộ gần nhất không đọc được hotline. {{error}}',
    readInFull_other: '{{count, number}} hotline, đọc toàn bộ {{time}}',
  },
  interrupted: 'Lần làm mới gần nhất bị gián đoạn',
  running: 'Đang làm mới. Khi hoàn tất, kết quả mới sẽ thay cho kết quả này.',
};

export const unreadableTexts = {
  title: 'Các dòng không đọc được',
  show: 'Xem các dòng không đọc được',
  row: 'Dòng {{number, number}}',
};

export const shrunkTexts = {
  title_other:
    'Danh sách trên máy chủ ngắn hơn nhiều: {{rows, number}} thay vì {{count, number}} tổng đài.',
  title_hotlines_other:
    'Danh sách trên máy chủ ngắn hơn nhiều: {{rows, number}} thay vì {{count, number}} hotline.',
  use: 'Dùng danh sách mới',
  keep: 'Giữ danh sách cũ',
};
