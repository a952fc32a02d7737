/** Texts of the filter by a list of values. */
export const matchingTexts = {
  name: 'Đối chiếu',
  values_other: '{{count, number}} giá trị',
  found: 'thấy {{found, number}}/{{of, number}}',
  by: 'Đối chiếu theo',
  fields: {
    any: 'Bất kỳ',
    id: 'ID',
    domain: 'Tên miền',
    hotline: 'Hotline',
    name: 'Tên',
  },
  notFound: 'Không tìm thấy',
  missing: 'Không tìm thấy: {{count, number}}',
  allFound: 'Đã tìm thấy mọi giá trị.',
  more_other: 'và {{count, number}} giá trị khác',
  drop: 'Thả tệp để tìm các tổng đài trong đó',
  drop_hotlines: 'Thả tệp để tìm các hotline trong đó',
};
