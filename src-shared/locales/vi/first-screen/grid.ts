/** Texts of the grid: columns, selection and menus. */
export const grid = {
  select: 'Chọn',
  selectPage: 'Chọn mọi dòng trên trang này',
  selectRow: 'Chọn {{name}}',
  allRows: 'Tất cả',
  second: 'thứ hai, {{direction}}',
  ascending: 'tăng dần',
  descending: 'giảm dần',
  columns: 'Cột',
  copy: {
    copied_other: 'Đã sao chép {{count, number}} dòng',
    copiedFirst:
      'Đã sao chép {{count, number}} dòng đầu trong số {{of, number}}. Để lấy tất cả, hãy xuất dữ liệu.',
    refused: 'Không sao chép được. Hãy thử lại, hoặc xuất dữ liệu.',
  },
};
