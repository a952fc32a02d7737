/** Texts about backup files, in the settings and in the dialog that restores one. */
export const backup = {
  section: 'Dữ liệu của bạn',
  introduction:
    'Tệp sao lưu chứa dấu sao, ghi chú, nhãn, tên chủ sở hữu, chế độ xem và cài đặt của bạn. Tệp không chứa khóa API hay danh sách tổng đài.',
  saved: 'Đã lưu: {{name}}',
  title: 'Khôi phục',
  chooseFile: 'Chọn tệp khác…',
  savedAt: 'Lưu lúc {{time}}',
  account: 'Khôi phục “{{name}}” vào',
  stars_other: '{{count, number}} dấu sao',
  notes_other: '{{count, number}} ghi chú',
  tags_other: '{{count, number}} nhãn',
  ownerNames_other: '{{count, number}} tên chủ sở hữu',
  views_other: '{{count, number}} chế độ xem',
  nothing: 'Không có dữ liệu của bạn',
  leaveOut: 'Không khôi phục',
  sharedViews_other:
    '{{count, number}} chế độ xem dành cho “Tất cả tài khoản” hoặc cho mọi tài khoản cũng được khôi phục.',
  invalidEntries_other: '{{count, number}} mục trong tệp không hợp lệ và không được khôi phục.',
  rules:
    'Dữ liệu trong tệp sẽ thay dữ liệu của bạn ở cùng tổng đài, chủ sở hữu và chế độ xem. Mọi thứ khác giữ nguyên.',
  withSettings: 'Khôi phục cả cài đặt của ứng dụng',
  withSettingsHint: 'Ngôn ngữ, hiển thị, làm mới, các cột và nội dung đang hiện của mỗi danh sách.',
  restore: 'Khôi phục',
  restored: 'Đã khôi phục.',
  leftOut_other:
    'Đã khôi phục, trừ {{count, number}} chế độ xem: chỉ được có tối đa {{most, number}}.',
};
