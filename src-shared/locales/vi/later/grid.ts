/** Texts of the grid: columns, selection and menus. */
export const grid = {
  column: {
    menu: 'Cột: {{name}}',
    sortAscending: 'Sắp xếp tăng dần',
    sortDescending: 'Sắp xếp giảm dần',
    alsoAscending: 'Sau đó sắp xếp tăng dần',
    alsoDescending: 'Sau đó sắp xếp giảm dần',
    unsorted: 'Bỏ sắp xếp',
    moveLeft: 'Chuyển sang trái',
    moveRight: 'Chuyển sang phải',
    wider: 'Rộng hơn',
    narrower: 'Hẹp hơn',
    fit: 'Vừa với nội dung',
    hide: 'Ẩn cột',
    reset: 'Khôi phục các cột',
  },
  row: {
    menu: 'Dòng: {{name}}',
    open: 'Xem chi tiết',
    filterBy: 'Lọc theo “{{value}}”',
  },
  selected_other: 'Đã chọn {{count, number}} dòng',
  noLongerListed_other: '{{count, number}} dòng không còn trong danh sách',
  selectAll: 'Chọn tất cả {{count, number}}',
  clearSelection: 'Bỏ chọn',
  copy: {
    cell: 'Sao chép ô',
    row: 'Sao chép dòng',
    rows_other: 'Sao chép {{count, number}} dòng',
    withHeaders: 'Sao chép kèm tiêu đề cột',
    id: 'Sao chép ID',
  },
};
