/** Texts of the changes view. */
export const changesTexts = {
  title: 'Thay đổi',
  list: 'Danh sách',
  since: 'Thay đổi từ {{when}}',
  count: '{{count, number}}',
  what: { new: 'Tổng đài mới', new_hotlines: 'Hotline mới', gone: 'Không còn trên máy chủ' },
  became: '{{field}}: {{from}} → {{to}}',
  marked_other: 'Đã đánh dấu {{count, number}} thay đổi là đã xem.',
  unseen_other: '{{count, number}} thay đổi chưa xem',
  notYet: 'Chưa có gì để so sánh',
};
