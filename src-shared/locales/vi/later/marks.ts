/** Texts of the user's own marks: stars, tags, notes and names of owners. */
export const marks = {
  yours: 'Đánh dấu của bạn',
  tags: 'Nhãn',
  note: 'Ghi chú',
  addTags: 'Thêm nhãn…',
  removeTags: 'Bỏ nhãn…',
  writeNote: 'Ghi chú…',
  /** For assistive technology. */
  ofSelected_other: 'Đánh dấu {{count, number}} tổng đài đã chọn',
  tooMany: 'Mỗi lần tối đa {{most, number}} tổng đài',
  dialog: {
    addTags_other: 'Thêm nhãn cho {{count, number}} tổng đài',
    removeTags_other: 'Bỏ nhãn của {{count, number}} tổng đài',
    note_other: 'Ghi chú cho {{count, number}} tổng đài',
    replaces: 'Thay thế ghi chú của từng tổng đài này. Để trống để xóa ghi chú.',
    tagsHint: 'Nhấn Enter hoặc dấu phẩy sau mỗi nhãn.',
    add: 'Thêm',
    remove: 'Bỏ',
    save: 'Lưu',
  },
  onlyHere: 'Chỉ lưu trên máy này.',
  addTag: 'Thêm nhãn',
  noteHint: 'Tự lưu khi bạn rời ô này.',
  owner: {
    name: 'Đặt tên chủ sở hữu…',
    rename: 'Đổi tên chủ sở hữu…',
    title: 'Đặt tên chủ sở hữu',
    renameTitle: 'Đổi tên chủ sở hữu',
    label: 'Tên của chủ sở hữu {{id}}',
    hint: 'Hiện thay cho ID. Chỉ lưu trên máy này.',
    clear: 'Bỏ tên',
  },
};
