/** Texts of the changes view. */
export const changesTexts = {
  upTo: 'đến {{when}}',
  kind: 'Loại thay đổi',
  counts: {
    any: 'Tất cả {{count, number}}',
    new: 'Mới {{count, number}}',
    changed: 'Đã đổi {{count, number}}',
    gone: 'Không còn {{count, number}}',
  },
  kinds: { any: 'Tất cả', new: 'Mới', changed: 'Đã đổi', gone: 'Không còn' },
  goneSince: 'Không còn trên máy chủ. Phát hiện lúc {{time}}.',
  baseline: 'So sánh với',
  baselines: {
    seen: 'Từ lần xem gần nhất',
    lastRefresh: 'Từ lần làm mới gần nhất',
    lastExport: 'Từ lần xuất gần nhất',
  },
  today: 'Hôm nay',
  day: 'Từ đầu ngày',
  dayInZone: 'Ngày bắt đầu lúc 00:00, giờ {{zone}}.',
  becameValue: '→ {{value}}',
  fieldBecame: '{{field}} → {{value}}',
  markSeen: 'Đánh dấu đã xem tất cả',
  empty: {
    any: 'Không có thay đổi',
    new: 'Không có tổng đài mới',
    new_hotlines: 'Không có hotline mới',
    changed: 'Không có tổng đài nào thay đổi',
    changed_hotlines: 'Không có hotline nào thay đổi',
    gone: 'Mọi tổng đài trước đó vẫn còn',
    gone_hotlines: 'Mọi hotline trước đó vẫn còn',
  },
  emptyHint: 'So với danh sách {{when}}.',
  notYetHint:
    'Danh sách mới được đọc một lần. Thay đổi từ nay sẽ hiện ở đây sau lần làm mới tiếp theo.',
  showAll: 'Hiện tất cả tổng đài',
  showAll_hotlines: 'Hiện tất cả hotline',
};
