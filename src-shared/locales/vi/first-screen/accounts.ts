/** Texts for switching, adding, renaming and removing accounts. */
export const accounts = {
  switch: 'Tài khoản: {{name}}',
  /** The badge on sample data. */
  sample: 'Mẫu',
  unseen_other: '{{count, number}} thay đổi chưa xem ở tài khoản khác',
};
