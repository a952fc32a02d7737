/** Texts of the user's own marks: stars, tags, notes and names of owners. */
export const marks = {
  /** On the filter chip and on the menu for selected rows. */
  title: 'Đánh dấu',
  star: 'Gắn sao',
  unstar: 'Bỏ sao',
  starred: 'Có dấu sao',
  withNote: 'Có ghi chú',
  noTags: 'Không có nhãn',
  done: {
    starred_other: 'Đã gắn sao cho {{count, number}} tổng đài.',
    unstarred_other: 'Đã bỏ sao của {{count, number}} tổng đài.',
    tagged_other: 'Đã thêm nhãn cho {{count, number}} tổng đài.',
    untagged_other: 'Đã bỏ nhãn của {{count, number}} tổng đài.',
    noted_other: 'Đã thay đổi ghi chú của {{count, number}} tổng đài.',
  },
  owner: {
    /** For screen readers, after the name. */
    id: '(ID {{id}})',
  },
};
