/** Texts of the filter by a list of values. */
export const matchingTexts = {
  name: 'Khớp với',
  values_other: '{{count, number}} giá trị',
  found_other:
    'một trong {{count, number}} giá trị: tìm thấy {{found, number}}, không tìm thấy {{missing, number}}',
  by: 'So với',
  fields: {
    any: 'Bất kỳ',
    id: 'ID',
    domain: 'Tên miền',
    hotline: 'Hotline',
    name: 'Tên',
  },
  notFound: 'Không tìm thấy',
  allFound: 'Đã tìm thấy mọi giá trị.',
  more_other: 'và {{count, number}} giá trị khác',
  drop: 'Thả tệp để tìm các tổng đài trong đó',
  drop_hotlines: 'Thả tệp để tìm các hotline trong đó',
};
